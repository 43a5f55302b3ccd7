package glissade.data;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** A data set whose rows have been seen once: all is known that a plan needs. */
public final class ScannedData {
    private final CanonicalRows rows;
    private final DataSummary summary;
    /** All rows, for processes that cannot read them; null where all can. */
    private final Broadcast<Shard> shipped;

    ScannedData(CanonicalRows rows, DataSummary summary) {
        this(rows, summary, null);
    }

    private ScannedData(CanonicalRows rows, DataSummary summary, Broadcast<Shard> shipped) {
        this.rows = rows;
        this.summary = summary;
        this.shipped = shipped;
    }

    /** The same, with its rows sent along to executors that may not see the files of this machine. */
    public ScannedData shipped(JavaSparkContext spark) {
        return new ScannedData(rows, summary, spark.broadcast(new DataSet(rows, summary, 1, null).load(0)));
    }

    public DataSummary summary() {
        return summary;
    }

    /** What was done to raw features. */
    public Scaling scaling() {
        return rows.scaling().scaling();
    }

    /** The data in S shards, S a power of two. */
    public ShardedData sharded(int shards) {
        if (shards > summary.trainingRows()) {
            throw new BadData(
                    "training.shards = " + shards + " is more than the " + summary.trainingRows() + " training rows");
        }
        return new DataSet(rows, summary, new ShardPlan(summary.trainingRows(), shards).shards(), shipped);
    }
}
