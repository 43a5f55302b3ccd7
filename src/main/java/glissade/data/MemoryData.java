package glissade.data;

import glissade.numeric.Block;
import java.util.List;

/** A data set that is in memory already; travels with its rows, so keep it small where it must travel. */
public final class MemoryData implements ShardedData {
    private static final long serialVersionUID = 1;

    private final Shard whole;
    private final DataSummary summary;
    private final int shards;

    private MemoryData(Shard whole, DataSummary summary, int shards) {
        this.whole = whole;
        this.summary = summary;
        this.shards = shards;
    }

    /** Scans the blocks, of whatever layout, and takes the layout that the rule names; no classes: a value target. */
    public static MemoryData of(Block training, Block validation, Block test, List<String> classNames, int shards) {
        SourceShape shape = new SourceShape(training.rows(), test.rows(), training.width(), classNames);
        BlockCutter cutter = new BlockCutter(shape, RowScaling.NONE, false);
        Shard rows = new Shard(0, training, validation, test);
        for (Split split : Split.values()) {
            Block block = rows.rows(split);
            if (block.width() != training.width()) {
                throw new IllegalArgumentException(
                        "the blocks have " + training.width() + " and " + block.width() + " features");
            }
            for (int row = 0; row < block.rows(); row++) {
                cutter.accept(split, block, row);
            }
        }
        DataSummary summary = cutter.finish().summary();
        return new MemoryData(rows, summary, shards).withLayout(summary.sparse());
    }

    /** The same rows in a layout of the caller's choice; neither fingerprint nor results depend on it. */
    public MemoryData withLayout(boolean sparse) {
        Shard rows = new Shard(
                0,
                laidOut(whole.rows(Split.TRAIN), sparse),
                laidOut(whole.rows(Split.VALIDATION), sparse),
                laidOut(whole.rows(Split.TEST), sparse));
        Block training = rows.rows(Split.TRAIN);
        return new MemoryData(rows, summary.withLayout(sparse, training.storedValues()), shards);
    }

    /** The same rows in another number of shards. */
    public MemoryData withShards(int count) {
        return new MemoryData(whole, summary, count);
    }

    @Override
    public DataSummary summary() {
        return summary;
    }

    @Override
    public int shards() {
        return shards;
    }

    @Override
    public Shard load(int s) {
        return BlockSlices.shard(whole, shards, s);
    }

    /** Joining one block drops zeros and -0 on the way. */
    private static Block laidOut(Block block, boolean sparse) {
        return BlockSlices.join(List.of(block), block.width(), sparse);
    }
}
