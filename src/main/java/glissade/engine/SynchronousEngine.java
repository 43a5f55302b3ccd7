package glissade.engine;

import glissade.data.Shard;
import glissade.data.ShardRdd;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import java.util.Comparator;
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
        SingleAssignment single = new SingleAssignment(spec, data, listener);
        train(single);
        return single.results();
    }

    @Override
    public void train(Assignment assignment) {
        JavaRDD<Shard> shards = shards(assignment.data());
        new StraightTraining(
                        assignment, (present, state) -> new JobRunner(spark, present, state, shards, Kernels.best()))
                .run();
    }

    @Override
    public List<ScoredShard> score(Scoring scoring, ShardedData data) {
        return shards(data).map(scoring::score).collect().stream()
                .sorted(Comparator.comparingInt(ScoredShard::index))
                .toList();
    }

    private JavaRDD<Shard> shards(ShardedData data) {
        return cached.computeIfAbsent(
                data.key(), key -> ShardRdd.of(spark, data, partitions).persist(StorageLevel.MEMORY_AND_DISK()));
    }
}
