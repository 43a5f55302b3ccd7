package glissade.data;

import glissade.numeric.Block;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/** A scanned source cut into S shards: each process reads the shards that it needs. */
final class DataSet implements ShardedData {
    private static final long serialVersionUID = 1;
    /** Room beyond the mean number of values of so many rows, so that a builder seldom grows. */
    private static final double SLACK = 1.02;

    private final CanonicalRows rows;
    private final DataSummary summary;
    private final int shards;
    private final Broadcast<Shard> shipped;

    /** With all rows where they cannot be read, otherwise null. */
    DataSet(CanonicalRows rows, DataSummary summary, int shards, Broadcast<Shard> shipped) {
        this.rows = rows;
        this.summary = summary;
        this.shards = shards;
        this.shipped = shipped;
    }

    @Override
    public DataSummary summary() {
        return summary;
    }

    @Override
    public Scaling scaling() {
        return rows.scaling().scaling();
    }

    @Override
    public TableCoding coding() {
        return rows.coding();
    }

    @Override
    public List<String> ids(Split split, long most) {
        return rows.hasIds() && most > 0 ? rows.ids(split, most) : List.of();
    }

    @Override
    public int shards() {
        return shards;
    }

    @Override
    public Shard load(int s) {
        Shard recent = RecentRows.find(summary.fingerprint());
        Shard whole = recent == null && shipped != null ? shipped.value() : recent;
        return whole == null ? read(s) : BlockSlices.shard(whole, shards, s);
    }

    private Shard read(int s) {
        Map<Split, BlockBuilder> blocks = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            blocks.put(split, builder(range(split, s).size()));
        }
        RowScaling scaling = rows.scaling();
        rows.read(
                range(Split.TRAIN, s),
                range(Split.VALIDATION, s),
                range(Split.TEST, s),
                (split, block, row) -> scaling.copy(block, row, blocks.get(split)));
        return new Shard(s, finish(blocks, Split.TRAIN), finish(blocks, Split.VALIDATION), finish(blocks, Split.TEST));
    }

    private RowRange range(Split split, int s) {
        return new ShardPlan(summary.rows(split), shards).range(s);
    }

    private BlockBuilder builder(long rowCount) {
        if (rowCount > Integer.MAX_VALUE) {
            throw new BadData("one shard would hold " + rowCount + " rows, more than 2147483647; use more shards");
        }
        double valuesPerRow = (double) summary.storedValues() / summary.trainingRows();
        long values = (long) (valuesPerRow * rowCount * SLACK) + summary.features();
        return BlockBuilder.of(summary.features(), summary.sparse(), (int) rowCount, values);
    }

    private static Block finish(Map<Split, BlockBuilder> blocks, Split split) {
        return blocks.get(split).finish();
    }
}
