package glissade.engine;

import glissade.engine.LaneResult.Status;
import glissade.optim.PlateauState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What one lane has done so far: its curve, its best epoch with a copy of the parameters, and how it ended. */
final class LaneHistory implements Serializable {
    private static final long serialVersionUID = 1;

    private final LaneSpec spec;
    private final Selection selection;
    private final ArrayList<CurvePoint> curve = new ArrayList<>();
    private final ArrayList<LayerPoint> layers = new ArrayList<>();
    private final PlateauState plateau = new PlateauState();
    private Status status;
    private String reason = "";
    private int bestEpoch;
    private float[] bestParameters;
    private float[] lastParameters;
    private int timesAboveLimit;

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

    /** What the lane's schedule remembers of a watched metric. */
    PlateauState plateau() {
        return plateau;
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

    /** Takes the numbers of an epoch, and a copy of the parameters to keep if it is the best so far. */
    void add(CurvePoint point, float[] parameters) {
        curve.add(point);
        boolean better = bestEpoch == 0 || selection.prefers(point, curve.get(bestEpoch - 1));
        if (better && !Double.isNaN(selection.value(point))) {
            bestEpoch = point.epoch();
            bestParameters = selection.best() ? parameters : null;
        }
    }

    void add(LayerPoint point) {
        layers.add(point);
    }

    /** Counts evaluations in a row with a training loss above a limit. */
    int countAboveLimit(boolean above) {
        timesAboveLimit = above ? timesAboveLimit + 1 : 0;
        return timesAboveLimit;
    }

    /** The result, given the test numbers of the last and the best parameters. */
    LaneResult result(CurvePoint last, CurvePoint best) {
        return new LaneResult(
                spec.trialId(), status, reason, curve, bestEpoch, last, best, layers, lastParameters, bestParameters);
    }
}
