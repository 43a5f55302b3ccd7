package glissade.data;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/** The shards of a data set on the cluster, each loaded where it will be used. */
public final class ShardRdd {
    private ShardRdd() {}

    /**
     * Shard s lives in partition s mod P; with P a power of two every partition is a whole subtree of the canonical sum.
     * Marked to persist in memory, then on disk; loaded by the first job; unpersisted by the caller.
     */
    public static JavaRDD<Shard> of(JavaSparkContext spark, ShardedData data, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("an RDD has at least one partition, got " + partitions);
        }
        List<Integer> numbers = IntStream.range(0, partitions).boxed().toList();
        return spark.parallelize(numbers, partitions)
                .mapPartitions(held -> shardsOf(held.next(), partitions, data.shards())
                        .mapToObj(data::load)
                        .iterator())
                .setName("shards " + data.key())
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static IntStream shardsOf(int partition, int partitions, int shards) {
        return IntStream.iterate(partition, s -> s < shards, s -> s + partitions);
    }
}
