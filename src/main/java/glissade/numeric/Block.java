package glissade.numeric;

import java.io.Serializable;

/**
 * Float32 features and targets of consecutive rows: the one currency of training.
 *
 * <p>Dense blocks are row-major ({@code values[row * width + feature]}). Sparse blocks are CSR: the entries of row r are
 * {@code [starts[r], starts[r + 1])} of {@code values} and {@code columns}, columns ascending, no zero stored. A target is
 * a class index or a value. Negative zero never occurs in {@code values}.
 */
public final class Block implements Serializable {
    private static final long serialVersionUID = 1;

    private final int rows;
    private final int width;
    private final float[] values;
    private final int[] columns;
    private final int[] starts;
    private final float[] targets;

    private Block(int rows, int width, float[] values, int[] columns, int[] starts, float[] targets) {
        this.rows = rows;
        this.width = width;
        this.values = values;
        this.columns = columns;
        this.starts = starts;
        this.targets = targets;
        if (targets.length != rows) {
            throw new IllegalArgumentException("a block of " + rows + " rows has " + targets.length + " targets");
        }
    }

    /** A dense block over the given arrays, which it keeps. */
    public static Block dense(int width, float[] values, float[] targets) {
        if (values.length != targets.length * width) {
            throw new IllegalArgumentException(
                    "expected " + targets.length + " x " + width + " values, got " + values.length);
        }
        return new Block(targets.length, width, values, null, null, targets);
    }

    /** A sparse block over the given arrays, which it keeps. */
    public static Block sparse(int width, float[] values, int[] columns, int[] starts, float[] targets) {
        if (starts.length != targets.length + 1 || starts[targets.length] > values.length) {
            throw new IllegalArgumentException("row starts do not fit the values");
        }
        return new Block(targets.length, width, values, columns, starts, targets);
    }

    public int rows() {
        return rows;
    }

    /** The number of features. */
    public int width() {
        return width;
    }

    public boolean isSparse() {
        return starts != null;
    }

    public float[] values() {
        return values;
    }

    public int[] columns() {
        return columns;
    }

    public int[] starts() {
        return starts;
    }

    public float[] targets() {
        return targets;
    }

    /** Values kept in memory: non-zeros when sparse, all of them when dense. */
    public long storedValues() {
        return isSparse() ? starts[rows] : (long) rows * width;
    }

    /** The number of values that are not zero. */
    public long nonZeros() {
        if (isSparse()) {
            return starts[rows];
        }
        long count = 0;
        for (float value : values) {
            if (value != 0f) {
                count++;
            }
        }
        return count;
    }

    /** The same rows as CSR. */
    public Block toSparse() {
        if (isSparse()) {
            return this;
        }
        int count = Math.toIntExact(nonZeros());
        float[] kept = new float[count];
        int[] keptColumns = new int[count];
        int[] rowStarts = new int[rows + 1];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                float value = values[row * width + column];
                if (value != 0f) {
                    kept[next] = value;
                    keptColumns[next++] = column;
                }
            }
            rowStarts[row + 1] = next;
        }
        return sparse(width, kept, keptColumns, rowStarts, targets);
    }

    /** The same rows, dense. */
    public Block toDense() {
        if (!isSparse()) {
            return this;
        }
        float[] all = new float[Math.multiplyExact(rows, width)];
        for (int row = 0; row < rows; row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                all[row * width + columns[entry]] = values[entry];
            }
        }
        return dense(width, all, targets);
    }
}
