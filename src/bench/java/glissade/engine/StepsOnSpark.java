package glissade.engine;

import glissade.bench.PlainTraining;
import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.Shard;
import glissade.data.ShardRdd;
import glissade.data.ShardedData;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * A synchronous step beside a job that does nothing, on the same cached shards: {@code StepsOnSpark ROUNDS}, on two local
 * cores. Prints a line of JSON a round: milliseconds of an empty job, of a step of one lane, of a step of 16.
 */
final class StepsOnSpark {
    private static final int ROWS = 10_000;
    private static final int BATCH = 100;
    private static final double RATE = 0.01;
    private static final int PARTITIONS = 2;
    private static final int WARM = 600;
    private static final int TIMES = 300;

    private final JavaSparkContext spark;
    private final ShardedData data;
    private final JavaRDD<Shard> shards;

    private StepsOnSpark(JavaSparkContext spark) {
        this.spark = spark;
        GeneratorSpec digits = new GeneratorSpec(ROWS, 0, 0, 784, 10, Sampling.UNIFORM, List.of(), 0);
        data = DataSets.open(new DataSpec("digits", null, digits, PlainTraining.SEED, 0, 1))
                .sharded(PARTITIONS);
        shards = ShardRdd.of(spark, data, PARTITIONS).persist(StorageLevel.MEMORY_AND_DISK());
    }

    public static void main(String[] arguments) {
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("steps")
                .set("spark.scheduler.mode", "FAIR")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.task.maxDirectResultSize", "64m");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            spark.setLogLevel("ERROR");
            new StepsOnSpark(spark).measure(Integer.parseInt(arguments[0]));
        }
    }

    private void measure(int rounds) {
        List<Runnable> contestants = List.of(() -> shards.foreachPartition(rows -> {}), steps(1), steps(16));
        contestants.forEach(each -> median(each, WARM));
        for (int round = 0; round < rounds; round++) {
            double[] millis = contestants.stream()
                    .mapToDouble(each -> median(each, TIMES))
                    .toArray();
            System.out.printf(
                    Locale.ROOT, "{\"empty\": %f, \"one\": %f, \"sixteen\": %f}%n", millis[0], millis[1], millis[2]);
        }
    }

    private static double median(Runnable work, int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    /** The next step of a cohort, and of the first again after the last. */
    private Runnable steps(int lanes) {
        LaneSpec lane = new LaneSpec("trial", PlainTraining.of(1, BATCH, RATE), PlainTraining.SEED);
        CohortSpec spec =
                PlainTraining.cohort(lanes, ModelSpec.of(ModelSpec.Type.SOFTMAX), Collections.nCopies(lanes, lane));
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        CohortState state = new CohortState(cohort);
        JobRunner runner = new JobRunner(spark, cohort, state, shards, Kernels.best());
        LossSums sums = new LossSums(lanes);
        double[] rates = new double[lanes];
        Arrays.fill(rates, RATE);
        long[] step = {0};
        return () -> runner.step(state, step[0]++ % cohort.order().steps(), rates, sums, null);
    }
}
