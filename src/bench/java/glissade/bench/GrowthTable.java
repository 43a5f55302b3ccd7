package glissade.bench;

import glissade.data.Split;
import glissade.engine.CohortSpec;
import glissade.engine.Evaluation;
import glissade.engine.LaneSpec;
import glissade.engine.Selection;
import glissade.engine.SynchronousEngine;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Schedules;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * The time of a synchronous step, and the bytes that its tasks send to the driver, as one thing grows at a time: floats of
 * parameters (16 lanes of softmax), partitions, rows of a batch. {@code GrowthTable CSV-FILE}, on two local cores.
 */
final class GrowthTable {
    private static final int LANES = 16;
    private static final int FLOATS_OF_FEATURE = 160;
    private static final int SHARDS = 64;
    private static final int EPOCHS = 6;

    private final JavaSparkContext spark;
    private final AtomicLong bytes = new AtomicLong();
    private final List<String> csv = new ArrayList<>(List.of("floats,partitions,batch,ms_per_step,bytes_to_driver"));

    private GrowthTable(JavaSparkContext spark) {
        this.spark = spark;
        spark.sc().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                if (end.taskType().equals("ResultTask")) {
                    bytes.addAndGet(end.taskMetrics().resultSize());
                }
            }
        });
    }

    public static void main(String[] arguments) throws IOException, TimeoutException {
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("growth")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.task.maxDirectResultSize", "64m");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            spark.setLogLevel("ERROR");
            GrowthTable table = new GrowthTable(spark);
            table.measure();
            Files.write(Path.of(arguments[0]), table.csv);
        }
    }

    private void measure() throws TimeoutException {
        // Not shown: the JVM warms up.
        seconds(100_000, 2, 256, 100);
        System.out.printf("%12s %10s %8s %10s %16s%n", "floats", "partitions", "batch", "ms/step", "KB to driver");
        for (int floats : new int[] {1_000, 10_000, 100_000, 1_000_000, 10_000_000}) {
            row(floats, 2, 256);
        }
        for (int floats : new int[] {10_000, 1_000_000}) {
            for (int partitions : new int[] {1, 4, 16, 64}) {
                row(floats, partitions, 256);
            }
        }
        for (int batch : new int[] {1_024, 16_384, 262_144}) {
            row(10_000, 2, batch);
        }
    }

    private void row(int floats, int partitions, int batch) throws TimeoutException {
        int steps = floats > 1_000_000 ? 3 : 20;
        spark.sc().listenerBus().waitUntilEmpty();
        bytes.set(0);
        double seconds = seconds(floats, partitions, batch, steps);
        spark.sc().listenerBus().waitUntilEmpty();
        long sent = bytes.get() / ((long) EPOCHS * steps);
        System.out.printf(
                Locale.ROOT, "%,12d %10d %,8d %10.1f %,16d%n", floats, partitions, batch, 1e3 * seconds, sent >> 10);
        csv.add(floats + "," + partitions + "," + batch + "," + 1e3 * seconds + "," + sent);
    }

    /** Of a step, in the fastest epoch but the first, which loads the data. */
    private double seconds(int floats, int partitions, int batch, int steps) {
        PlainShards data = new PlainShards((long) batch * steps, floats / FLOATS_OF_FEATURE - 1, SHARDS);
        List<Long> ends = new ArrayList<>();
        new SynchronousEngine(spark, partitions)
                .train(cohort(batch), data, (spec, points) -> ends.add(System.nanoTime()));
        spark.getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
        return IntStream.range(1, ends.size())
                        .mapToLong(i -> ends.get(i) - ends.get(i - 1))
                        .min()
                        .orElseThrow()
                / 1e9
                / steps;
    }

    private static CohortSpec cohort(int batch) {
        List<LaneSpec> lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new LaneSpec("lane-" + lane, training(batch, 0.01 * (lane + 1)), 42))
                .toList();
        return new CohortSpec(
                0,
                ModelSpec.of(ModelSpec.Type.SOFTMAX),
                42,
                new Selection(Split.TRAIN, Selection.Measure.LOSS, false),
                Evaluation.PLAIN,
                lanes);
    }

    private static TrainingSpec training(int batch, double rate) {
        return new TrainingSpec(
                EPOCHS,
                BatchSize.of(batch),
                rate,
                Schedules.CONSTANT.recipe(),
                Optimizers.named("sgd").recipe(),
                Penalty.NONE,
                Clipping.NONE,
                Initialiser.ZEROS,
                Initialiser.ZEROS,
                StopRules.NONE);
    }
}
