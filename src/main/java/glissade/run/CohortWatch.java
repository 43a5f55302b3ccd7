package glissade.run;

import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.EpochListener;
import glissade.engine.LaneResult;
import glissade.engine.LaneSpec;
import glissade.run.Diary.Kind;
import glissade.run.Progress.TrialEpoch;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Follows one cohort from its beginning to its end, for whoever looks at the screen and for whoever reads the log. */
final class CohortWatch implements EpochListener {
    private final SweepCohort cohort;
    private final Progress progress;
    private final Diary diary;
    private final BooleanSupplier givenUp;
    private final String name;
    private final int epochs;
    private int epoch;
    private long trialEpochs;

    /** Thrown into a cohort's training when it is no longer wanted. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    CohortWatch(SweepCohort cohort, Progress progress, Diary diary, BooleanSupplier givenUp) {
        this.cohort = cohort;
        this.progress = progress;
        this.diary = diary;
        this.givenUp = givenUp;
        this.name = "cohort " + cohort.spec().number();
        this.epochs = cohort.spec().lanes().stream()
                .mapToInt(lane -> lane.training().epochs())
                .max()
                .orElse(0);
    }

    void begun() {
        List<LaneSpec> lanes = cohort.spec().lanes();
        progress.trialsStarted(lanes.size());
        String who = lanes.size() == 1 ? "trial " + lanes.get(0).trialId() : lanes.size() + " trials";
        diary.line(Kind.COHORT, name + " begins: " + who + ", up to " + epochs + " epochs");
    }

    @Override
    public void epochDone(CohortSpec spec, List<CurvePoint> points) {
        epoch++;
        for (int lane = 0; lane < points.size(); lane++) {
            CurvePoint point = points.get(lane);
            if (point != null) {
                trialEpochs++;
                boolean evaluated = point.epoch() % spec.evaluation().every() == 0;
                TrialEpoch done = new TrialEpoch(spec.lanes().get(lane).trialId(), point);
                progress.epochDone(done, cohort.trainingRows(), evaluated);
            }
        }
        if (diary.wants(epoch, epochs)) {
            diary.line(Kind.EPOCH, name + " epoch " + epoch + "/" + epochs + ": " + EpochText.of(spec, points));
        }
        if (givenUp.getAsBoolean()) {
            throw new GivenUp();
        }
    }

    @Override
    public void legDone(CohortSpec spec, int epochsOfLeg) {
        diary.line(
                Kind.LEG,
                name + " leg of " + epochsOfLeg + (epochsOfLeg == 1 ? " epoch" : " epochs") + " ends after epoch "
                        + epoch);
    }

    /** The cohort was trained to its end. */
    void ended(List<LaneResult> results) {
        for (LaneResult result : results) {
            int planned = trainingEpochs(result.trialId());
            progress.trialDone(result, planned - result.curve().size());
            if (result.status() != LaneResult.Status.COMPLETED) {
                boolean diverged = result.status() == LaneResult.Status.DIVERGED;
                diary.line(
                        Kind.TRIAL,
                        (diverged ? "warning: trial " : "trial ") + result.trialId()
                                + (diverged ? " diverged: " : " stopped: ") + result.reason() + ", after "
                                + result.curve().size() + " epochs");
            }
        }
        diary.line(Kind.COHORT, name + " ends after " + trialEpochs + " epochs of its trials");
    }

    private int trainingEpochs(String trialId) {
        return cohort.spec().lanes().stream()
                .filter(lane -> lane.trialId().equals(trialId))
                .mapToInt(lane -> lane.training().epochs())
                .findFirst()
                .orElseThrow();
    }

    /** The cohort was left in the middle. */
    void paused() {
        diary.line(Kind.COHORT, name + " is left after epoch " + epoch);
    }

    void notSaved(String reason) {
        diary.line(Kind.TROUBLE, "warning: " + name + ": " + reason);
    }

    void failed(String reason, Exception failure) {
        int trials = cohort.spec().lanes().size();
        progress.trialsFailed(trials, cohort.epochs() - trialEpochs);
        diary.failure("warning: " + name + " failed, " + trials + " trials: " + reason, failure);
    }
}
