package glissade.engine;

import glissade.engine.LaneResult.Status;
import glissade.model.LossSums;
import glissade.model.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The course of a cohort's training, wherever its steps are carried out: epochs of steps, evaluations, who ends when and
 * how. The same code for every engine, so they cannot differ.
 */
final class CohortLoop {
    private final Cohort whole;
    private final CohortState state;
    private final Function<Cohort, StepRunner> runners;
    private final LaneJudge judge;
    private final long stepsOfEpoch;
    private Cohort cohort;
    private ParameterLayout layout;
    private StepRunner runner;
    private Rates rates;
    private LossSums batch;
    private EpochMeasure measure;
    private StepRecorder recorder;

    /** Goes on from a state; {@code runners} carries out the steps of the lanes that are still there. */
    CohortLoop(Cohort whole, CohortState state, Function<Cohort, StepRunner> runners) {
        this.whole = whole;
        this.state = state;
        this.runners = runners;
        this.judge = new LaneJudge(whole);
        this.stepsOfEpoch = whole.order().steps();
        take(whole.with(state.slots()));
    }

    private void take(Cohort present) {
        cohort = present;
        layout = present.layout();
        runner = runners.apply(present);
        rates = new Rates(present, state, stepsOfEpoch);
        batch = new LossSums(present.lanes());
        measure = new EpochMeasure(present, state, runner, rates);
        recorder = new StepRecorder(present, state);
    }

    /** Whether any lane is still under way. */
    boolean goesOn() {
        return state.isAnyRunning();
    }

    /** Trains and evaluates one epoch; a point for each lane of the cohort that completed it, null for the others. */
    List<CurvePoint> epoch() {
        epoch(() -> false);
        return state.points(state.epochs());
    }

    /** Goes on to the epoch's end, or to where it is time to pause, between two steps; whether the epoch is over. */
    boolean epoch(BooleanSupplier pause) {
        long start = System.nanoTime();
        try {
            return restOfEpoch(pause);
        } finally {
            state.spend(System.nanoTime() - start);
        }
    }

    private boolean restOfEpoch(BooleanSupplier pause) {
        if (state.stepsOfEpoch() == 0) {
            compact();
            measure.begin();
        }
        recorder.reserve(stepsOfEpoch - state.stepsOfEpoch());
        for (long step = state.stepsOfEpoch(); step < stepsOfEpoch && goesOn(); step++) {
            if (pause.getAsBoolean()) {
                return false;
            }
            boolean last = step == stepsOfEpoch - 1;
            boolean layers = last && whole.spec().evaluation().layers();
            step(step, layers);
            watch();
            endBySteps(last);
        }
        int[] completed = state.running();
        state.epochDone();
        close(completed);
        return true;
    }

    private void step(long step, boolean layers) {
        boolean normed = layers || whole.spec().evaluation().steps().gradientNorm();
        LayerNorms norms = normed ? new LayerNorms(layout) : null;
        double[] now = rates.at(step);
        recorder.before();
        runner.step(state, step, now, batch, norms);
        state.stepDone();
        recorder.after(batch, now, norms);
        measure.add(batch, layers ? norms : null);
    }

    /** Leaves lanes that have ended behind once they are half of those present. */
    private void compact() {
        int[] running = state.running();
        if (2 * running.length <= cohort.lanes()) {
            Cohort after = whole.with(running);
            state.keep(cohort, after, running);
            take(after);
        }
    }

    /** A lane has diverged at its first loss that is not finite. */
    private void watch() {
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            if (!Double.isFinite(batch.loss(lane)) && state.lane(lane).isRunning()) {
                state.lane(lane).end(Status.DIVERGED, "loss not finite at step " + state.steps(), logical(lane));
            }
        }
    }

    /** Ends lanes whose step limit is reached in the middle of an epoch; at an epoch's end they are closed with the rest. */
    private void endBySteps(boolean lastOfEpoch) {
        if (lastOfEpoch || !isLastStepOfAny()) {
            return;
        }
        int[] ending = Arrays.stream(state.running()).filter(this::isLastStep).toArray();
        close(ending);
    }

    private boolean isLastStepOfAny() {
        for (int slot : state.slots()) {
            if (isLastStep(slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLastStep(int slot) {
        return whole.lane(slot).training().stop().steps() == state.steps();
    }

    /** Measures lanes at this moment and lets each be judged. */
    private void close(int[] slots) {
        if (slots.length == 0) {
            return;
        }
        measure.weigh();
        if (Arrays.stream(slots).anyMatch(this::isEvaluated)) {
            measure.evaluate();
        }
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            int slot = state.slots()[lane];
            if (Arrays.stream(slots).anyMatch(each -> each == slot)) {
                close(lane, isEvaluated(slot));
            }
        }
    }

    /** Whether it is time to measure a lane that is to be closed; at its end it always is. */
    private boolean isEvaluated(int slot) {
        int epochs = state.epochs();
        return epochs % whole.spec().evaluation().every() == 0
                || epochs == whole.lane(slot).training().epochs()
                || isLastStep(slot);
    }

    private void close(int lane, boolean evaluated) {
        LaneHistory history = state.lane(lane);
        float[] parameters = logical(lane);
        if (!allFinite(parameters)) {
            history.end(Status.DIVERGED, "parameter not finite after step " + state.steps(), parameters);
            return;
        }
        CurvePoint point = measure.point(lane, history.curve().size() + 1, evaluated);
        measure.recordLayers(lane, point.epoch());
        history.snapshots().see(point.epoch(), whole.spec().evaluation().snapshots(), parameters);
        if (evaluated) {
            history.add(point, parameters);
            judge.judge(history, parameters);
        } else {
            history.add(point);
        }
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
        long start = System.nanoTime();
        List<LaneResult> results = new FinalTest(whole, state.histories(), runners.apply(whole)).results();
        state.spend(System.nanoTime() - start);
        return results;
    }
}
