package glissade.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What became of one trial. Parameters are in logical order: layer by layer, weights [input][unit], then biases. */
public final class LaneResult implements Serializable {
    private static final long serialVersionUID = 1;

    /** How a lane ended. */
    public enum Status {
        COMPLETED,
        STOPPED,
        DIVERGED
    }

    private final String trialId;
    private final Status status;
    private final String reason;
    private final ArrayList<CurvePoint> curve;
    private final int bestEpoch;
    private final CurvePoint last;
    private final CurvePoint best;
    private final ArrayList<LayerPoint> layers;
    private final float[] lastParameters;
    private final float[] bestParameters;

    LaneResult(
            String trialId,
            Status status,
            String reason,
            List<CurvePoint> curve,
            int bestEpoch,
            CurvePoint last,
            CurvePoint best,
            List<LayerPoint> layers,
            float[] lastParameters,
            float[] bestParameters) {
        this.trialId = trialId;
        this.status = status;
        this.reason = reason;
        this.curve = new ArrayList<>(curve);
        this.bestEpoch = bestEpoch;
        this.last = last;
        this.best = best;
        this.layers = new ArrayList<>(layers);
        this.lastParameters = lastParameters;
        this.bestParameters = bestParameters;
    }

    public String trialId() {
        return trialId;
    }

    public Status status() {
        return status;
    }

    /** Why it ended before its last epoch, for example {@code loss not finite at step 123}; empty otherwise. */
    public String reason() {
        return reason;
    }

    /** One point for each completed epoch. */
    public List<CurvePoint> curve() {
        return Collections.unmodifiableList(curve);
    }

    /** The epoch (from 1) with the best selected number, 0 if there is none. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** The last completed epoch with its test numbers filled in; null if no epoch was completed. */
    public CurvePoint last() {
        return last;
    }

    /** The best epoch with its test numbers filled in; null if there is none. */
    public CurvePoint best() {
        return best;
    }

    /** Sizes of gradients and weights, where they were recorded: epoch by epoch, layer by layer. */
    public List<LayerPoint> layers() {
        return Collections.unmodifiableList(layers);
    }

    public float[] lastParameters() {
        return lastParameters;
    }

    public float[] bestParameters() {
        return bestParameters;
    }
}
