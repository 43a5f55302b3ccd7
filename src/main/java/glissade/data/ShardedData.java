package glissade.data;

import java.io.Serializable;
import java.util.List;

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

    /** How the cells of a table became features; null where there are no cells of different kinds. */
    default TableCoding coding() {
        return null;
    }

    /** What the first rows of a split are called, so many of them; empty where rows have no names. */
    default List<String> ids(Split split, long most) {
        return List.of();
    }

    /** Equal for equal content, S and layout: the key under which an executor keeps the loaded shards. */
    default String key() {
        return summary().fingerprint() + "/" + shards() + (summary().sparse() ? "/sparse" : "/dense");
    }
}
