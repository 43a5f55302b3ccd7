package glissade.data;

import java.io.Serializable;
import java.util.EnumMap;

/**
 * How many rows of each split there are before each block of 4,096 source rows; never anything for each row. A stretch of a
 * split is found by the blocks that it lies in, whose rows are then dealt again.
 */
final class SplitIndex implements Serializable {
    static final int BLOCK = 4096;

    private static final long serialVersionUID = 1;

    private final RowSplit split;
    private final long rows;
    /** By block, and in the end all of them; null if all rows are trained on. */
    private final EnumMap<Split, long[]> before;

    private SplitIndex(RowSplit split, long rows, EnumMap<Split, long[]> before) {
        this.split = split;
        this.rows = rows;
        this.before = before;
    }

    /** Of a source whose rows are all trained on. */
    static SplitIndex whole(long rows) {
        return new SplitIndex(null, rows, null);
    }

    /** With the rows of every split in each block. */
    static SplitIndex of(RowSplit split, long rows, SplitCounts counts) {
        EnumMap<Split, long[]> before = new EnumMap<>(Split.class);
        for (Split part : Split.values()) {
            before.put(part, counts.before(part));
        }
        return new SplitIndex(split, rows, before);
    }

    /** Deals all rows by their places alone. */
    static SplitIndex of(RowSplit split, long rows, ScanPlace place) {
        return of(split, rows, SplitCounts.join(place.over(blocks(rows), (from, to) -> count(split, rows, from, to))));
    }

    static long blocks(long rows) {
        return (rows + BLOCK - 1) / BLOCK;
    }

    /** The first row of a block of so many rows, or their end. */
    static long firstRow(long block, long rows) {
        return Math.min(rows, block * BLOCK);
    }

    private static SplitCounts count(RowSplit split, long rows, long from, long to) {
        SplitCounts counts = new SplitCounts((int) (to - from));
        for (long row = firstRow(from, rows); row < firstRow(to, rows); row++) {
            counts.add(split.of(row, Float.NaN), (int) (row / BLOCK - from), 1);
        }
        return counts;
    }

    long count(Split part) {
        if (before == null) {
            return part == Split.TRAIN ? rows : 0;
        }
        long[] ranks = before.get(part);
        return ranks[ranks.length - 1];
    }

    Split split(long row, float target) {
        return split == null ? Split.TRAIN : split.of(row, target);
    }

    /** Source rows, from the first of a block on, among which are those of the given ranks in a split. */
    RowRange around(Split part, RowRange ranks) {
        if (ranks.isEmpty()) {
            return RowRange.NONE;
        }
        if (ranks.to() > count(part)) {
            throw new IndexOutOfBoundsException("no row of rank " + (ranks.to() - 1) + " for " + part);
        }
        return before == null
                ? ranks
                : new RowRange(
                        firstRow(blockOf(part, ranks.from()), rows),
                        firstRow(blockOf(part, ranks.to() - 1) + 1L, rows));
    }

    /** How many rows of a split there are before that one. Within a block it is known only where no target decides. */
    long rank(Split part, long row) {
        if (before == null) {
            return part == Split.TRAIN ? row : 0;
        }
        long first = row / BLOCK * BLOCK;
        if (first < row && split.needsTargets()) {
            throw new IllegalArgumentException("row " + row + " is not the first of a block");
        }
        long rank = before.get(part)[(int) (row / BLOCK)];
        for (long earlier = first; earlier < row; earlier++) {
            rank += split.of(earlier, Float.NaN) == part ? 1 : 0;
        }
        return rank;
    }

    /** The last block with no more than so many rows of the split before it: the one that holds that rank. */
    private int blockOf(Split part, long rank) {
        long[] ranks = before.get(part);
        int low = 0;
        int high = ranks.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ranks[middle] <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
