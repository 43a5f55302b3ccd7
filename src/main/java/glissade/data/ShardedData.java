package glissade.data;

import java.io.Serializable;

/** A scanned data set cut into S shards; any process can load any shard, and gets the same bits. */
public interface ShardedData extends Serializable {
    DataSummary summary();

    /** S, a power of two. */
    int shards();

    /** Shard s with all its splits, in the layout the summary names. */
    Shard load(int s);

    /** What was done to the features as they came. */
    default Scaling scaling() {
        return Scaling.NONE;
    }

    /** Equal for equal content, S and layout: the key under which an executor keeps the loaded shards. */
    default String key() {
        return summary().fingerprint() + "/" + shards() + (summary().sparse() ? "/sparse" : "/dense");
    }
}
