package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.model.FullGradient;
import glissade.model.GradientSink;
import glissade.model.LossSums;
import glissade.model.Model;
import glissade.model.ParameterLayout;
import glissade.numeric.Block;
import glissade.numeric.Kernels;

/** What one shard adds to a batch's gradient or to an evaluation. Holds the buffers for it; not for two threads at once. */
final class ShardWork {
    /** Rows of a block whose losses are summed before they join the shard's. */
    static final int BLOCK_ROWS = 4_096;

    private static final int TILE_FLOATS = 1 << 18;
    private static final int MOST_TILE_ROWS = 512;
    private static final int LEAST_TILE_ROWS = 16;

    private final Cohort cohort;
    private final ParameterLayout layout;
    private final BatchOrder order;
    private final Model model;
    private final int[] batchRows;
    private final int[] tile;

    ShardWork(Cohort cohort, Kernels kernels) {
        this.cohort = cohort;
        this.layout = cohort.layout();
        this.order = cohort.order();
        this.model = Model.of(layout, kernels, tileRows(layout), cohort.classWeights());
        this.batchRows = new int[order.mostRowsOfShard()];
        this.tile = new int[tileRows(layout)];
    }

    private static int tileRows(ParameterLayout layout) {
        int rows = TILE_FLOATS / layout.largestStride();
        return Math.max(LEAST_TILE_ROWS, Math.min(MOST_TILE_ROWS, rows));
    }

    ParameterLayout layout() {
        return layout;
    }

    BatchOrder order() {
        return order;
    }

    /** Whether every shard's part of a batch fits in one tile, so that its gradient need not be kept whole. */
    boolean batchIsOneTile() {
        return batchRows.length <= tile.length;
    }

    /** Hands the gradient of the shard's rows in a batch of one tile to a sink, and adds their losses. */
    void gradient(Shard shard, int epoch, long step, float[] parameters, LossSums sums, GradientSink sink) {
        int count = order.rows(epoch, step, shard.index(), batchRows);
        model.gradient(shard.rows(Split.TRAIN), batchRows, count, parameters, sums, sink);
    }

    /** The shard's node in the sum of a batch. */
    ShardPartial partial(Shard shard, int epoch, long step, float[] parameters) {
        if (!order.hasRows(step, shard.index())) {
            return new ShardPartial(cohort.shards(), shard.index(), null, null);
        }
        FullGradient gradient = new FullGradient(layout.size());
        LossSums sums = new LossSums(cohort.lanes());
        wholeGradient(shard, epoch, step, parameters, sums, gradient);
        return new ShardPartial(cohort.shards(), shard.index(), gradient.gradient(), sums);
    }

    /** Adds the gradient of the shard's rows in a batch to what is there, and their losses. */
    void wholeGradient(Shard shard, int epoch, long step, float[] parameters, LossSums sums, FullGradient gradient) {
        int count = order.rows(epoch, step, shard.index(), batchRows);
        for (int from = 0; from < count; from += tile.length) {
            int size = Math.min(tile.length, count - from);
            System.arraycopy(batchRows, from, tile, 0, size);
            model.gradient(shard.rows(Split.TRAIN), tile, size, parameters, sums, gradient);
        }
    }

    /** The shard's node in the sum of an evaluation: blocks in ascending order, rows in ascending order within them. */
    ShardPartial evaluation(Shard shard, Split split, float[] parameters) {
        Block rows = shard.rows(split);
        if (rows.rows() == 0) {
            return new ShardPartial(cohort.shards(), shard.index(), null, null);
        }
        LossSums sums = new LossSums(cohort.lanes());
        LossSums block = new LossSums(cohort.lanes());
        for (int from = 0; from < rows.rows(); from += BLOCK_ROWS) {
            block.clear();
            addBlock(rows, from, Math.min(from + BLOCK_ROWS, rows.rows()), parameters, block);
            sums.add(block);
        }
        return new ShardPartial(cohort.shards(), shard.index(), null, sums);
    }

    private void addBlock(Block rows, int from, int to, float[] parameters, LossSums sums) {
        for (int first = from; first < to; first += tile.length) {
            int count = Math.min(tile.length, to - first);
            for (int i = 0; i < count; i++) {
                tile[i] = first + i;
            }
            model.forward(rows, tile, count, parameters, sums);
        }
    }
}
