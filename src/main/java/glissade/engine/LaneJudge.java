package glissade.engine;

import glissade.data.DataSummary;
import glissade.engine.LaneResult.Status;
import glissade.model.Architecture;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.optim.Plateau;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.StopRules;
import java.util.List;
import java.util.Locale;

/** Decides when a lane has been measured whether it goes on, and how it ended if it does not. */
final class LaneJudge {
    private final Cohort cohort;
    private final long stepsOfEpoch;
    private final double trivialLoss;

    LaneJudge(Cohort cohort) {
        this.cohort = cohort;
        this.stepsOfEpoch = cohort.order().steps();
        this.trivialLoss = trivialLoss(cohort.architecture(), cohort.data());
    }

    /**
     * The loss of a prediction that knows nothing of the row: uniform classes, the mean training target. A constant target,
     * whose mean has no loss, sets no limit. On a landscape nothing is predicted: {@link #limit} goes by its start.
     */
    private static double trivialLoss(Architecture architecture, DataSummary data) {
        if (architecture.model().head() == Head.SOFTMAX || architecture.model().head() == Head.BINARY) {
            return StrictMath.log(data.classes());
        }
        return architecture.classifies() ? 1 - 1.0 / data.classes() : data.targetVariance();
    }

    private double limit(LaneHistory lane) {
        boolean landscape = cohort.spec().model().type() == ModelSpec.Type.SURFACE;
        double trivial = landscape ? Math.max(1, lane.firstEvaluated().trainLoss()) : trivialLoss;
        double factor = lane.spec().training().stop().divergenceFactor();
        return trivial > 0 ? factor * trivial : Double.POSITIVE_INFINITY;
    }

    /** Ends the lane if a rule says so; where it stands is the last point of its curve, which has been evaluated. */
    void judge(LaneHistory lane, float[] parameters) {
        StopRules stop = lane.spec().training().stop();
        List<CurvePoint> curve = lane.curve();
        CurvePoint point = curve.get(curve.size() - 1);
        if (lane.countAboveLimit(!(point.trainLoss() <= limit(lane))) == 2) {
            String reason = "training loss above stop.divergence.factor times the trivial loss, twice, at epoch "
                    + point.epoch();
            lane.end(Status.DIVERGED, reason, parameters);
        } else if (point.steps() == stepsOfEpoch * lane.spec().training().epochs()) {
            lane.end(Status.COMPLETED, "", parameters);
        } else if (stop.steps() == point.steps()) {
            lane.end(Status.STOPPED, "reached " + stop.steps() + " steps", parameters);
        } else if (lane.changeOfTrainLoss() < stop.tolerance()) {
            lane.end(Status.STOPPED, "training loss changed by less than stop.tolerance", parameters);
        } else if (stop.patience() > 0 && point.epoch() - lane.bestEpoch() >= stop.patience()) {
            String reason = String.format(
                    Locale.ROOT,
                    "%s no better for %d epochs",
                    cohort.spec().selection().name(),
                    stop.patience());
            lane.end(Status.STOPPED, reason, parameters);
        }
        watch(lane, point);
    }

    /** Shows a schedule that watches a metric the epoch's. */
    private static void watch(LaneHistory lane, CurvePoint point) {
        Recipe schedule = lane.spec().training().schedule();
        if (Schedules.named(schedule.name()).watches()) {
            Selection watched = Selection.named(schedule.text(Plateau.METRIC), false);
            Plateau.see(lane.plateau(), schedule, watched.value(point));
        }
    }
}
