package glissade.data;

import glissade.numeric.Block;
import java.util.Arrays;

/**
 * Collects rows into a block of one layout. Zeros are dropped and -0 becomes +0 here, whatever the rows come from; so a
 * row has one canonical form.
 */
final class BlockBuilder {
    private static final int FIRST_VALUES = 1024;
    private static final int FIRST_ROWS = 16;

    private final int width;
    private final boolean sparse;
    private float[] values;
    private int[] columns;
    private int[] starts;
    private float[] targets;
    private int rows;
    private int next;

    private BlockBuilder(int width, boolean sparse, int rows, int values) {
        this.width = width;
        this.sparse = sparse;
        this.values = new float[values];
        this.columns = new int[sparse ? values : 0];
        this.starts = new int[sparse ? rows + 1 : 1];
        this.targets = new float[rows];
    }

    static BlockBuilder sparse(int width) {
        return new BlockBuilder(width, true, FIRST_ROWS, FIRST_VALUES);
    }

    /** With room for so many rows, and values as kept in the layout; takes more where needed. */
    static BlockBuilder of(int width, boolean sparse, int rows, long values) {
        long room = sparse ? values : (long) rows * width;
        return new BlockBuilder(width, sparse, rows, checkedRoom(room));
    }

    int rows() {
        return rows;
    }

    long storedValues() {
        return sparse ? next : (long) rows * width;
    }

    /** Sets a feature of the row in progress; features come in ascending order. */
    void value(int column, float value) {
        if (value == 0f) {
            return;
        }
        if (sparse) {
            if (next == values.length) {
                growValues(next + 1L);
            }
            columns[next] = column;
            values[next++] = value;
        } else {
            int at = rows * width + column;
            if (at >= values.length) {
                growValues((rows + 1L) * width);
            }
            values[at] = value;
        }
    }

    /** Ends the row in progress. */
    void endRow(float target) {
        if (rows == targets.length) {
            growRows();
        }
        targets[rows++] = target;
        if (sparse) {
            starts[rows] = next;
        }
    }

    /** The rows so far as a block of its own; the builder starts anew. */
    Block build() {
        float[] blockTargets = Arrays.copyOf(targets, rows);
        Block block = sparse
                ? Block.sparse(
                        width,
                        Arrays.copyOf(values, next),
                        Arrays.copyOf(columns, next),
                        Arrays.copyOf(starts, rows + 1),
                        blockTargets)
                : Block.dense(width, Arrays.copyOf(values, rows * width), blockTargets);
        clear();
        return block;
    }

    /** Forgets all rows, and what there is of one in progress. */
    void clear() {
        if (!sparse) {
            Arrays.fill(values, 0f);
        }
        rows = 0;
        next = 0;
    }

    /** The rows as a block that takes over the arrays where they fit well enough; the builder is spent. */
    Block finish() {
        float[] blockTargets = targets.length == rows ? targets : Arrays.copyOf(targets, rows);
        if (!sparse) {
            int size = rows * width;
            return Block.dense(width, values.length == size ? values : Arrays.copyOf(values, size), blockTargets);
        }
        boolean fits = values.length - next <= next / 8;
        return Block.sparse(
                width,
                fits ? values : Arrays.copyOf(values, next),
                fits ? columns : Arrays.copyOf(columns, next),
                starts.length == rows + 1 ? starts : Arrays.copyOf(starts, rows + 1),
                blockTargets);
    }

    private void growValues(long needed) {
        int room = checkedRoom(Math.max(needed, Math.min(values.length * 3L / 2, Integer.MAX_VALUE - 8)));
        values = Arrays.copyOf(values, room);
        if (sparse) {
            columns = Arrays.copyOf(columns, room);
        }
    }

    private void growRows() {
        int room = Math.addExact(targets.length, targets.length / 2 + 1);
        targets = Arrays.copyOf(targets, room);
        if (sparse) {
            starts = Arrays.copyOf(starts, room + 1);
        }
    }

    private static int checkedRoom(long values) {
        if (values > Integer.MAX_VALUE - 8) {
            throw new BadData("one block would hold " + values + " values, more than 2147483639; use more shards");
        }
        return (int) values;
    }
}
