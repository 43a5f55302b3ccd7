package glissade.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** What became of one trial. Parameters are in logical order: layer by layer, weights [input][unit], then biases. */
public final class LaneResult implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of its bytes. */
    private static final int FORMAT = 2;

    /** How a lane ended. */
    public enum Status {
        COMPLETED,
        STOPPED,
        DIVERGED,
        /** Not at all, so far. */
        UNFINISHED
    }

    private final LaneHistory history;
    private final Status status;
    private final String reason;
    private final CurvePoint last;
    private final CurvePoint best;

    LaneResult(LaneHistory history, Status status, String reason, CurvePoint last, CurvePoint best) {
        this.history = history;
        this.status = status;
        this.reason = reason;
        this.last = last;
        this.best = best;
    }

    /** Writes all of it; the parameters too, where they are wanted. */
    public void write(boolean withParameters, DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        history.write(withParameters, out);
        for (CurvePoint point : new CurvePoint[] {last, best}) {
            out.writeBoolean(point != null);
            if (point != null) {
                point.write(out);
            }
        }
    }

    /** What was written of a lane of an equal cohort. */
    public static LaneResult read(LaneSpec lane, CohortSpec cohort, DataInput in) throws IOException {
        return read(new LaneHistory(lane, cohort.selection()), in);
    }

    /** What was written of a trial, for whoever knows no more of it. */
    public static LaneResult read(String trialId, Selection selection, DataInput in) throws IOException {
        return read(new LaneHistory(new LaneSpec(trialId, null, 0), selection), in);
    }

    private static LaneResult read(LaneHistory history, DataInput in) throws IOException {
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException("its format is " + format + ", expected " + FORMAT);
        }
        history.read(in);
        CurvePoint last = in.readBoolean() ? CurvePoint.read(in) : null;
        CurvePoint best = in.readBoolean() ? CurvePoint.read(in) : null;
        return history.result(last, best);
    }

    public String trialId() {
        return history.spec().trialId();
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
        return Collections.unmodifiableList(history.curve());
    }

    /** The epoch (from 1) with the best selected number, 0 if there is none. */
    public int bestEpoch() {
        return history.bestEpoch();
    }

    /** The epoch (from 1) with the best loss on the split of the selected number, 0 if there is none. */
    public int bestLossEpoch() {
        return history.bestLossEpoch();
    }

    /** The epoch (from 1) with the best accuracy on the split of the selected number, 0 if there is none. */
    public int bestAccuracyEpoch() {
        return history.bestAccuracyEpoch();
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
        return Collections.unmodifiableList(history.layers());
    }

    /** Of each recorded step its rate, loss, and where asked for the gradient's norm; null where none are recorded. */
    public StepSeries steps() {
        return history.steps();
    }

    /** On a landscape x, y and loss before each recorded step; null for other models. */
    public StepSeries trajectory() {
        return history.trajectory();
    }

    /** Parameters after the epochs that were asked for, as far as it came, by epoch. */
    public SortedMap<Integer, float[]> snapshots() {
        return history.snapshots().all();
    }

    public float[] lastParameters() {
        return history.lastParameters();
    }

    public float[] bestParameters() {
        return history.bestParameters();
    }
}
