package glissade.engine;

import glissade.numeric.KeyedPermutation;
import java.util.Arrays;

/**
 * Which rows meet in a batch. Position p of an epoch belongs to shard p mod S and is row {@code permutation(p / S)} of it,
 * where the permutation is keyed by (seed, epoch, shard); step t takes positions [t B, min((t + 1) B, N)).
 */
final class BatchOrder {
    private final long seed;
    private final long rows;
    private final int shards;
    private final long batchRows;
    private final KeyedPermutation[] permutations;
    private int epoch = -1;

    BatchOrder(long seed, long rows, int shards, long batchRows) {
        this.seed = seed;
        this.rows = rows;
        this.shards = shards;
        this.batchRows = batchRows;
        this.permutations = new KeyedPermutation[shards];
    }

    /** Steps an epoch. */
    long steps() {
        return (rows + batchRows - 1) / batchRows;
    }

    /** Rows in the batch of a step: the last may be short. */
    long rows(long step) {
        return Math.min((step + 1) * batchRows, rows) - step * batchRows;
    }

    /** The most rows one shard can have in a batch. */
    int mostRowsOfShard() {
        return Math.toIntExact((Math.min(batchRows, rows) + shards - 1) / shards);
    }

    /** Whether a shard has rows in the batch. */
    boolean hasRows(long step, int shard) {
        return first(step, shard) < end(step, shard);
    }

    private long first(long step, int shard) {
        return ceilingDivide(step * batchRows - shard, shards);
    }

    private long end(long step, int shard) {
        return ceilingDivide(Math.min((step + 1) * batchRows, rows) - shard, shards);
    }

    /** Writes the rows that a shard has in the batch, ascending by position; returns how many. */
    int rows(int epoch, long step, int shard, int[] out) {
        long first = first(step, shard);
        long end = end(step, shard);
        if (first == end) {
            return 0;
        }
        KeyedPermutation permutation = permutation(epoch, shard);
        for (long index = first; index < end; index++) {
            out[(int) (index - first)] = (int) permutation.at(index);
        }
        return (int) (end - first);
    }

    private static long ceilingDivide(long a, long b) {
        return -Math.floorDiv(-a, b);
    }

    private KeyedPermutation permutation(int epoch, int shard) {
        if (epoch != this.epoch) {
            Arrays.fill(permutations, null);
            this.epoch = epoch;
        }
        if (permutations[shard] == null) {
            permutations[shard] = new KeyedPermutation(shardRows(rows, shards, shard), seed, epoch, shard);
        }
        return permutations[shard];
    }

    private static long shardRows(long rows, int shards, int shard) {
        return rows / shards + (shard < rows % shards ? 1 : 0);
    }
}
