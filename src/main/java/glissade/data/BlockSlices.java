package glissade.data;

import glissade.numeric.Block;
import java.util.Arrays;
import java.util.List;

/** Cuts blocks of rows and joins them. */
final class BlockSlices {
    private BlockSlices() {}

    /** The rows {@code [from, to)} in the same layout; the block itself when these are all. */
    static Block slice(Block block, int from, int to) {
        if (from == 0 && to == block.rows()) {
            return block;
        }
        float[] targets = Arrays.copyOfRange(block.targets(), from, to);
        int width = block.width();
        if (!block.isSparse()) {
            return Block.dense(width, Arrays.copyOfRange(block.values(), from * width, to * width), targets);
        }
        int first = block.starts()[from];
        int end = block.starts()[to];
        int[] starts = Arrays.copyOfRange(block.starts(), from, to + 1);
        for (int i = 0; i < starts.length; i++) {
            starts[i] -= first;
        }
        return Block.sparse(
                width,
                Arrays.copyOfRange(block.values(), first, end),
                Arrays.copyOfRange(block.columns(), first, end),
                starts,
                targets);
    }

    /** All rows of the blocks, one after the other. */
    static Block join(List<Block> blocks, int width, boolean sparse) {
        int rows = 0;
        long nonZeros = 0;
        for (Block block : blocks) {
            rows = Math.addExact(rows, block.rows());
            nonZeros += sparse ? block.nonZeros() : 0;
        }
        BlockBuilder all = BlockBuilder.of(width, sparse, rows, nonZeros);
        for (Block block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                RowScaling.NONE.copy(block, row, all);
            }
        }
        return all.finish();
    }

    /** Shard s of a data set that is in memory as a whole. */
    static Shard shard(Shard whole, int shards, int s) {
        return new Shard(
                s,
                shardRows(whole.rows(Split.TRAIN), shards, s),
                shardRows(whole.rows(Split.VALIDATION), shards, s),
                shardRows(whole.rows(Split.TEST), shards, s));
    }

    private static Block shardRows(Block block, int shards, int s) {
        RowRange range = new ShardPlan(block.rows(), shards).range(s);
        return slice(block, (int) range.from(), (int) range.to());
    }
}
