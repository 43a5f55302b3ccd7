package glissade.data;

/** A data set whose rows have been seen once: all is known that a plan needs. */
public final class ScannedData {
    private final CanonicalRows rows;
    private final DataSummary summary;

    ScannedData(CanonicalRows rows, DataSummary summary) {
        this.rows = rows;
        this.summary = summary;
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
        return new DataSet(rows, summary, new ShardPlan(summary.trainingRows(), shards).shards());
    }
}
