package glissade.data;

import java.io.Serializable;

/**
 * How N rows in canonical order are cut into S contiguous shards: shard s has floor(N / S) + (s &lt; N mod S ? 1 : 0) of them.
 *
 * @param rows N
 * @param shards S, a power of two
 */
public record ShardPlan(long rows, int shards) implements Serializable {
    public ShardPlan {
        if (rows < 0) {
            throw new IllegalArgumentException("a number of rows is not negative, got " + rows);
        }
        if (Integer.bitCount(shards) != 1 || shards < 0) {
            throw new IllegalArgumentException("the number of shards must be a power of two, got " + shards);
        }
    }

    /** The number of rows of shard s. */
    public long size(int s) {
        return rows / shards + (s < rows % shards ? 1 : 0);
    }

    /** The first row of shard s. */
    public long start(int s) {
        return s * (rows / shards) + Math.min(s, rows % shards);
    }

    RowRange range(int s) {
        return new RowRange(start(s), start(s) + size(s));
    }
}
