package glissade.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/** Sums over rows, lane by lane: losses in double, right predictions and rows as counts. */
public final class LossSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] loss;
    private final long[] correct;
    /** Losses times the weights of their rows; null as long as no row has one. */
    private double[] weighted;

    private long rows;

    public LossSums(int lanes) {
        loss = new double[lanes];
        correct = new long[lanes];
    }

    public void clear() {
        Arrays.fill(loss, 0);
        Arrays.fill(correct, 0);
        rows = 0;
        if (weighted != null) {
            Arrays.fill(weighted, 0);
        }
    }

    /** Writes all of it. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(rows);
        out.writeBoolean(weighted != null);
        for (int lane = 0; lane < loss.length; lane++) {
            out.writeDouble(loss[lane]);
            out.writeLong(correct[lane]);
            if (weighted != null) {
                out.writeDouble(weighted[lane]);
            }
        }
    }

    /** Becomes what was written of sums of as many lanes. */
    public void read(DataInput in) throws IOException {
        rows = in.readLong();
        weighted = in.readBoolean() ? new double[loss.length] : null;
        for (int lane = 0; lane < loss.length; lane++) {
            loss[lane] = in.readDouble();
            correct[lane] = in.readLong();
            if (weighted != null) {
                weighted[lane] = in.readDouble();
            }
        }
    }

    /** Adds rows one by one, ascending; the arrays hold one number a lane, {@code width} apart. */
    void addRows(float[] losses, float[] right, int count, int width) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < loss.length; lane++) {
                loss[lane] += losses[i * width + lane];
                correct[lane] += (long) right[i * width + lane];
            }
        }
        rows += count;
    }

    /** Adds the weighted losses of rows that are added without weights too. */
    void addWeighted(float[] losses, float[] weights, int count, int width) {
        keepWeighted();
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < loss.length; lane++) {
                weighted[lane] += (double) weights[i] * losses[i * width + lane];
            }
        }
    }

    private void keepWeighted() {
        if (weighted == null) {
            weighted = new double[loss.length];
        }
    }

    /** Adds another sum to this one. */
    public void add(LossSums other) {
        for (int lane = 0; lane < loss.length; lane++) {
            loss[lane] += other.loss[lane];
            correct[lane] += other.correct[lane];
        }
        rows += other.rows;
        if (other.weighted != null) {
            keepWeighted();
            for (int lane = 0; lane < loss.length; lane++) {
                weighted[lane] += other.weighted[lane];
            }
        }
    }

    public long rows() {
        return rows;
    }

    public double loss(int lane) {
        return loss[lane];
    }

    public long correct(int lane) {
        return correct[lane];
    }

    /** The mean loss of a row, NaN without rows. */
    public double meanLoss(int lane) {
        return rows == 0 ? Double.NaN : loss[lane] / rows;
    }

    /** The mean of what is descended, without penalty: the loss of a row times its weight, where rows have weights. */
    public double meanWeightedLoss(int lane) {
        return weighted == null ? meanLoss(lane) : rows == 0 ? Double.NaN : weighted[lane] / rows;
    }

    /** The share of right predictions, NaN without rows. */
    public double accuracy(int lane) {
        return rows == 0 ? Double.NaN : (double) correct[lane] / rows;
    }
}
