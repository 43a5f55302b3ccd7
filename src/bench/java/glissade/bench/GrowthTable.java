package glissade.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * The time of a synchronous step, and the bytes that its tasks send to the driver and to each other, as one thing grows at a
 * time; beside it the same step in a task. {@code GrowthTable CSV-FILE}, on two local cores.
 */
final class GrowthTable {
    private static final GrowthPoint LARGE = new GrowthPoint(10_000, 2, 65_536, 1);

    private final JavaSparkContext spark;
    private final StepTimes times;
    private final AtomicLong toDriver = new AtomicLong();
    private final AtomicLong shuffled = new AtomicLong();
    private final List<String> csv = new ArrayList<>(
            List.of("floats,partitions,batch,jobs,synchronous_ms,in_task_ms,bytes_to_driver,bytes_shuffled"));

    private GrowthTable(JavaSparkContext spark) {
        this.spark = spark;
        this.times = new StepTimes(spark);
        spark.sc().addSparkListener(new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd end) {
                TaskMetrics metrics = end.taskMetrics();
                toDriver.addAndGet(end.taskType().equals("ResultTask") ? metrics.resultSize() : 0);
                shuffled.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
            }
        });
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (JavaSparkContext spark = started("0.6")) {
            GrowthTable table = new GrowthTable(spark);
            table.measure();
            Files.write(Path.of(arguments[0]), table.csv);
        }
        try (JavaSparkContext spark = started("0.01")) {
            double seconds = new StepTimes(spark).synchronous(LARGE);
            System.out.printf(
                    Locale.ROOT,
                    "the step of %,d rows with all %,d MB of shards on disk: %.1f ms%n",
                    LARGE.batch(),
                    LARGE.data().summary().bytes() >> 20,
                    1e3 * seconds);
        }
    }

    /** With such a part of the heap for tasks and cached shards. */
    private static JavaSparkContext started(String part) {
        JavaSparkContext spark = new JavaSparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("growth")
                .set("spark.memory.fraction", part)
                .set("spark.scheduler.mode", "FAIR")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.task.maxDirectResultSize", "64m"));
        spark.setLogLevel("ERROR");
        return spark;
    }

    private void measure() throws InterruptedException, ExecutionException, TimeoutException {
        for (int i = 0; i < 5; i++) {
            times.synchronous(new GrowthPoint(100_000, 2, 256, 1));
        }
        head("parameters x lanes");
        for (int floats : new int[] {1_000, 10_000, 100_000, 1_000_000, 10_000_000}) {
            row(new GrowthPoint(floats, 2, 256, 1));
        }
        head("partitions");
        for (int floats : new int[] {10_000, 1_000_000}) {
            for (int partitions : new int[] {1, 4, 16, 64}) {
                row(new GrowthPoint(floats, partitions, 256, 1));
            }
        }
        head("rows of a step");
        for (int batch : new int[] {1_024, 8_192, LARGE.batch()}) {
            row(new GrowthPoint(10_000, 2, batch, 1));
        }
        head("cohorts at once (the time between two steps' ends)");
        for (int jobs : new int[] {2, 4}) {
            row(new GrowthPoint(10_000, 2, 256, jobs));
        }
        System.out.printf(Locale.ROOT, "%nan empty job over 2 partitions: %.1f ms%n", 1e3 * times.emptyJob(2));
        System.out.printf(Locale.ROOT, "an empty job over 64 partitions: %.1f ms%n", 1e3 * times.emptyJob(64));
    }

    private static void head(String what) {
        System.out.printf("%n%s%n", what);
        System.out.printf(
                "%12s %10s %8s %5s %14s %14s %14s %12s%n",
                "floats",
                "partitions",
                "rows",
                "jobs",
                "synchronous ms",
                "in a task ms",
                "KB to driver",
                "KB shuffled");
    }

    private void row(GrowthPoint point) throws InterruptedException, ExecutionException, TimeoutException {
        spark.sc().listenerBus().waitUntilEmpty();
        toDriver.set(0);
        shuffled.set(0);
        double synchronous = 1e3 * times.synchronous(point);
        spark.sc().listenerBus().waitUntilEmpty();
        int steps = point.jobs() * GrowthPoint.EPOCHS * point.steps();
        long sent = toDriver.get() / steps;
        long joined = shuffled.get() / steps;
        double inTask = 1e3 * times.inTask(point);
        System.out.printf(
                Locale.ROOT,
                "%,12d %10d %,8d %5d %14.1f %14.3f %,14d %,12d%n",
                point.floats(),
                point.partitions(),
                point.batch(),
                point.jobs(),
                synchronous,
                inTask,
                sent >> 10,
                joined >> 10);
        csv.add(String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%.3f,%.4f,%d,%d",
                point.floats(),
                point.partitions(),
                point.batch(),
                point.jobs(),
                synchronous,
                inTask,
                sent,
                joined));
    }
}
