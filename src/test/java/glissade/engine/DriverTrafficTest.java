package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.MemoryData;
import glissade.data.Shard;
import glissade.data.ShardRdd;
import glissade.model.Activation;
import glissade.model.LossSums;
import glissade.model.SampleLosses;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many gradients a step sends to the driver, counted in the bytes that Spark reports of its tasks' results. */
class DriverTrafficTest {
    private static final int SHARDS = 8;
    private static LocalSpark spark;

    @BeforeAll
    static void start() {
        spark = new LocalSpark(2);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    /** Whole gradients in so many bytes; what else a task reports is small beside one. */
    private static long gradients(long bytes, int floats) {
        return Math.round((double) bytes / Float.BYTES / floats);
    }

    private static long gradientsOfAStep(int partitions) throws Exception {
        MemoryData data = Trials.data(200, 0, 0, 0.4, 1).withShards(SHARDS);
        CohortSpec spec = Trials.cohort(Trials.mlp(Activation.TANH, 64), Trials.lanes(16, 1, BatchSize.of(100)));
        Cohort cohort = new Cohort(spec, data.summary(), SHARDS);
        JavaRDD<Shard> shards = ShardRdd.of(spark.context(), data, partitions);
        CohortState state = new CohortState(cohort);
        JobRunner runner = new JobRunner(spark.context(), cohort, state, shards, Kernels.best());
        spark.bytesToDriver();
        runner.step(state, 0, new double[16], new LossSums(16), null);
        shards.unpersist();
        return gradients(spark.bytesToDriver(), cohort.layout().size());
    }

    @Test
    void aPowerOfTwoOfPartitionsSendsOneGradientEach() throws Exception {
        for (int partitions : new int[] {1, 2, 4, 8}) {
            assertEquals(partitions, gradientsOfAStep(partitions), partitions + " partitions");
        }
    }

    /** Shards {0, 3, 6}, {1, 4, 7}, {2, 5}: no two are siblings. */
    @Test
    void threePartitionsSendEveryShardsGradient() throws Exception {
        assertEquals(SHARDS, gradientsOfAStep(3));
    }

    @Test
    void deepTreesJoinWholeSubtreesToo() throws Exception {
        int floats = 10_000;
        for (int partitions : new int[] {4, 8, 16, 32}) {
            int depth = TreeDepth.of(partitions, 1L << 24);
            JavaRDD<ShardPartial> partials = spark.context()
                    .parallelize(IntStream.range(0, partitions).boxed().toList(), partitions)
                    .map(shard -> new ShardPartial(partitions, shard, new float[floats], SampleLosses.of(1f)));
            spark.bytesToDriver();
            CanonicalSum sum =
                    partials.treeAggregate(new CanonicalSum(), CanonicalSum::add, CanonicalSum::merge, depth);
            assertEquals(partitions, sum.root().sums().rows());
            assertEquals(1, sum.nodes());
            long received = gradients(spark.bytesToDriver(), floats);
            assertEquals(partitions == 4 ? 4 : partitions == 16 ? 4 : 2, received, partitions + " partitions");
            assertEquals(TreeDepth.nodes(partitions, 1L << 24), received, partitions + " partitions");
        }
    }

    @Test
    void depthIsOneUntilGradientsAreLarge() {
        int[] depths = IntStream.of(4, 8, 16, 32, 64, 128, 6, 100)
                .map(partitions -> TreeDepth.of(partitions, 1L << 24))
                .toArray();
        assertArrayEquals(new int[] {2, 2, 2, 3, 2, 4, 2, 2}, depths);
        assertEquals(1, TreeDepth.of(1, 1L << 24));
        assertEquals(1, TreeDepth.of(128, 1L << 17));
        assertEquals(2, TreeDepth.of(64, (1L << 18) + 1));
    }
}
