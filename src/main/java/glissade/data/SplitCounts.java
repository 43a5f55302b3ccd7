package glissade.data;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;

/** How many rows of each split there are in each of a stretch of blocks. */
final class SplitCounts implements Serializable {
    private static final long serialVersionUID = 1;

    private final EnumMap<Split, int[]> counts = new EnumMap<>(Split.class);
    private final int blocks;

    SplitCounts(int blocks) {
        this.blocks = blocks;
        for (Split split : Split.values()) {
            counts.put(split, new int[blocks]);
        }
    }

    /** Stretches one after the other. */
    static SplitCounts join(List<SplitCounts> stretches) {
        SplitCounts all =
                new SplitCounts(stretches.stream().mapToInt(each -> each.blocks).sum());
        int next = 0;
        for (SplitCounts stretch : stretches) {
            for (Split split : Split.values()) {
                System.arraycopy(stretch.counts.get(split), 0, all.counts.get(split), next, stretch.blocks);
            }
            next += stretch.blocks;
        }
        return all;
    }

    /** The rows of a split before each block, and in the end all of them. */
    long[] before(Split split) {
        long[] before = new long[blocks + 1];
        for (int block = 0; block < blocks; block++) {
            before[block + 1] = before[block] + counts.get(split)[block];
        }
        return before;
    }

    /** Adds rows, or takes some away. */
    void add(Split split, int block, int rows) {
        counts.get(split)[block] += rows;
    }
}
