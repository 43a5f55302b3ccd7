package glissade.data;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Maps between a source's training rows and their ranks among the rows trained on and among those held out. Remembers the
 * held-out rows before each block of 4,096 source rows, never anything for each row.
 */
final class SplitIndex implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int BLOCK = 4096;

    private final ValidationSplit split;
    private final long rows;
    private final long[] heldBefore;

    SplitIndex(ValidationSplit split, long rows) {
        this(split, rows, split.holdsNothing() ? new int[0] : heldInBlocks(split, rows, 0, blocks(rows)));
    }

    /** With the held-out rows of every block, counted elsewhere. */
    SplitIndex(ValidationSplit split, long rows, int[] heldInBlocks) {
        this.split = split;
        this.rows = rows;
        heldBefore = new long[heldInBlocks.length + 1];
        for (int block = 0; block < heldInBlocks.length; block++) {
            heldBefore[block + 1] = heldBefore[block] + heldInBlocks[block];
        }
    }

    static int blocks(long rows) {
        return Math.toIntExact((rows + BLOCK - 1) / BLOCK);
    }

    /** How many rows are held out in each of the blocks {@code [from, to)} of the first so many rows. */
    static int[] heldInBlocks(ValidationSplit split, long rows, int from, int to) {
        return IntStream.range(from, to)
                .map(block -> held(split, (long) block * BLOCK, Math.min(rows, (block + 1L) * BLOCK)))
                .toArray();
    }

    long heldRows() {
        return heldBefore[heldBefore.length - 1];
    }

    boolean holds(long row) {
        return split.holds(row);
    }

    /** The number of rows before this one that are held out, or that are not. */
    long rank(boolean held, long row) {
        if (heldRows() == 0) {
            return held ? 0 : row;
        }
        int block = (int) (row / BLOCK);
        long before = heldBefore[block] + held(split, (long) block * BLOCK, row);
        return held ? before : row - before;
    }

    /** The source row of the given rank among the held-out rows, or among the others. */
    long row(boolean held, long rank) {
        if (rank < 0 || rank >= (held ? heldRows() : rows - heldRows())) {
            throw new IndexOutOfBoundsException("no row of rank " + rank);
        }
        if (heldRows() == 0) {
            return rank;
        }
        int block = blockOf(held, rank);
        long left = rank - before(held, block);
        long row = (long) block * BLOCK;
        while (holds(row) != held || left-- > 0) {
            row++;
        }
        return row;
    }

    /** The last block with no more than so many rows of its kind before it: the one that holds that rank. */
    private int blockOf(boolean held, long rank) {
        int low = 0;
        int high = heldBefore.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before(held, middle) <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long before(boolean held, int block) {
        return held ? heldBefore[block] : (long) block * BLOCK - heldBefore[block];
    }

    private static int held(ValidationSplit split, long from, long to) {
        int count = 0;
        for (long row = from; row < to; row++) {
            if (split.holds(row)) {
                count++;
            }
        }
        return count;
    }
}
