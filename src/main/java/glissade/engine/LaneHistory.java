package glissade.engine;

import glissade.engine.LaneResult.Status;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What one lane has done so far: its curve, its best epoch with a copy of the parameters, and how it ended. */
final class LaneHistory implements Serializable {
    private static final long serialVersionUID = 1;

    private final LaneSpec spec;
    private final Selection selection;
    private final List<CurvePoint> curve = new ArrayList<>();
    private Status status;
    private String reason = "";
    private int bestEpoch;
    private float[] bestParameters;
    private float[] lastParameters;
    private int timesAboveTrivial;

    LaneHistory(LaneSpec spec, Selection selection) {
        this.spec = spec;
        this.selection = selection;
    }

    boolean isRunning() {
        return status == null;
    }

    LaneSpec spec() {
        return spec;
    }

    List<CurvePoint> curve() {
        return curve;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    float[] bestParameters() {
        return bestParameters;
    }

    float[] lastParameters() {
        return lastParameters;
    }

    void end(Status how, String why, float[] parameters) {
        status = how;
        reason = why;
        lastParameters = parameters;
    }

    /** Takes the numbers of an epoch; true if it is the best so far. */
    boolean add(CurvePoint point) {
        curve.add(point);
        if (bestEpoch > 0 && !selection.prefers(point, curve.get(bestEpoch - 1))) {
            return false;
        }
        if (Double.isNaN(selection.value(point))) {
            return false;
        }
        bestEpoch = point.epoch();
        return true;
    }

    void keepBest(float[] parameters) {
        bestParameters = parameters;
    }

    /** Counts evaluations in a row with a training loss above a limit. */
    int countAbove(boolean above) {
        timesAboveTrivial = above ? timesAboveTrivial + 1 : 0;
        return timesAboveTrivial;
    }

    /** The result, given the test numbers of the last and the best parameters. */
    LaneResult result(CurvePoint last, CurvePoint best) {
        return new LaneResult(
                spec.trialId(), status, reason, curve, bestEpoch, last, best, lastParameters, bestParameters);
    }
}
