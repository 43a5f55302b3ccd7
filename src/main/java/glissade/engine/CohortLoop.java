package glissade.engine;

import glissade.data.DataSummary;
import glissade.data.Split;
import glissade.engine.LaneResult.Status;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The course of a cohort's training, wherever its steps are carried out: epochs of steps, evaluations, who has diverged,
 * who was best when. The same code for every engine, so they cannot differ.
 */
final class CohortLoop {
    private final Cohort cohort;
    private final ParameterLayout layout;
    private final StepRunner runner;
    private final CohortState state;
    private final long stepsOfEpoch;
    private final LossSums batch;
    private final LossSums epoch;
    private final LossSums evaluation;

    CohortLoop(Cohort cohort, CohortState state, StepRunner runner) {
        this.cohort = cohort;
        this.layout = cohort.layout();
        this.runner = runner;
        this.state = state;
        this.stepsOfEpoch = cohort.order().steps();
        this.batch = new LossSums(cohort.lanes());
        this.epoch = new LossSums(cohort.lanes());
        this.evaluation = new LossSums(cohort.lanes());
    }

    /** Whether there is an epoch left to train. */
    boolean goesOn() {
        return state.epochs() < cohort.shared().epochs() && state.anyRunning();
    }

    /** Trains and evaluates one epoch; a point for each lane that completed it, null for the others. */
    List<CurvePoint> epoch() {
        epoch.clear();
        for (long step = 0; step < stepsOfEpoch && state.anyRunning(); step++) {
            runner.step(state, step, batch);
            state.stepDone();
            watch(batch);
            epoch.add(batch);
        }
        state.epochDone();
        List<CurvePoint> points = measure();
        for (int lane = 0; lane < points.size(); lane++) {
            judge(lane, points.get(lane));
        }
        return points;
    }

    private void watch(LossSums sums) {
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            if (!Double.isFinite(sums.loss(lane)) && state.lanes().get(lane).isRunning()) {
                end(lane, Status.DIVERGED, "loss not finite at step " + state.steps());
            }
        }
    }

    private List<CurvePoint> measure() {
        boolean validated = state.anyRunning() && cohort.data().rows(Split.VALIDATION) > 0;
        if (validated) {
            runner.evaluate(state.parameters(), Split.VALIDATION, evaluation);
        }
        List<CurvePoint> points = new ArrayList<>();
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            boolean running = state.lanes().get(lane).isRunning();
            points.add(running ? point(lane, validated) : null);
        }
        return points;
    }

    private CurvePoint point(int lane, boolean validated) {
        return new CurvePoint(
                state.epochs(),
                state.steps(),
                state.lanes().get(lane).spec().training().learningRate(),
                epoch.meanLoss(lane),
                epoch.accuracy(lane),
                validated ? evaluation.meanLoss(lane) : Double.NaN,
                validated ? evaluation.accuracy(lane) : Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private void judge(int lane, CurvePoint point) {
        LaneHistory history = state.lanes().get(lane);
        if (point == null) {
            return;
        }
        float[] parameters = logical(lane);
        if (!allFinite(parameters)) {
            end(lane, Status.DIVERGED, "parameter not finite after epoch " + state.epochs());
            return;
        }
        if (history.add(point) && cohort.spec().selection().best()) {
            history.keepBest(parameters);
        }
        double limit = history.spec().training().divergenceFactor() * trivialLoss(cohort.data());
        if (history.countAbove(!(point.trainLoss() <= limit)) == 2) {
            end(lane, Status.DIVERGED, "training loss above its limit after epoch " + state.epochs());
        } else if (state.epochs() == cohort.shared().epochs()) {
            history.end(Status.COMPLETED, "", parameters);
        }
    }

    /** The loss of predicting every class alike. */
    private static double trivialLoss(DataSummary data) {
        return StrictMath.log(data.classes());
    }

    private void end(int lane, Status how, String why) {
        state.lanes().get(lane).end(how, why, logical(lane));
    }

    private float[] logical(int lane) {
        float[] logical = new float[layout.architecture().parameters()];
        layout.read(state.parameters(), lane, logical);
        return logical;
    }

    private static boolean allFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Measures the test split once, at each lane's last and best parameters, and closes the books. */
    List<LaneResult> results() {
        boolean best = cohort.spec().selection().best();
        List<CurvePoint> last = tested(false);
        List<CurvePoint> bestPoints = best ? tested(true) : untestedBest();
        List<LaneResult> results = new ArrayList<>();
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            results.add(state.lanes().get(lane).result(last.get(lane), bestPoints.get(lane)));
        }
        return results;
    }

    private List<CurvePoint> untestedBest() {
        List<CurvePoint> points = new ArrayList<>();
        for (LaneHistory history : state.lanes()) {
            points.add(history.bestEpoch() == 0 ? null : history.curve().get(history.bestEpoch() - 1));
        }
        return points;
    }

    private List<CurvePoint> tested(boolean best) {
        float[] parameters = new float[layout.size()];
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            LaneHistory history = state.lanes().get(lane);
            float[] logical = best ? history.bestParameters() : history.lastParameters();
            if (logical != null) {
                layout.write(logical, lane, parameters);
            }
        }
        evaluation.clear();
        if (cohort.data().rows(Split.TEST) > 0) {
            runner.evaluate(parameters, Split.TEST, evaluation);
        }
        List<CurvePoint> points = new ArrayList<>();
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            LaneHistory history = state.lanes().get(lane);
            int epoch = best ? history.bestEpoch() : history.curve().size();
            points.add(
                    epoch == 0
                            ? null
                            : history.curve()
                                    .get(epoch - 1)
                                    .withTest(evaluation.meanLoss(lane), evaluation.accuracy(lane)));
        }
        return points;
    }
}
