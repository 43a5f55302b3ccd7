package glissade.engine;

import glissade.data.Shard;
import glissade.data.ShardRdd;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * Trains each cohort by one Spark job a step over cached shards, for data larger than one executor: partitions compute
 * their shards' gradients, {@code treeAggregate} joins them in the canonical tree, the driver updates all lanes.
 */
public final class SynchronousEngine implements Engine {
    private final JavaSparkContext spark;
    private final int partitions;
    private final Map<String, JavaRDD<Shard>> cached = new ConcurrentHashMap<>();

    /** Any number of partitions gives the same bits; a power of two moves the least. */
    public SynchronousEngine(JavaSparkContext spark, int partitions) {
        this.spark = spark;
        this.partitions = partitions;
    }

    @Override
    public List<LaneResult> train(CohortSpec spec, ShardedData data, EpochListener listener) {
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        JavaRDD<Shard> shards = cached.computeIfAbsent(
                data.key(), key -> ShardRdd.of(spark, data, partitions).persist(StorageLevel.MEMORY_AND_DISK()));
        CohortState state = new CohortState(cohort);
        CohortLoop loop =
                new CohortLoop(cohort, state, present -> new JobRunner(spark, present, state, shards, Kernels.best()));
        while (loop.goesOn()) {
            listener.epochDone(spec, loop.epoch());
        }
        return loop.results();
    }
}
