package glissade.bench;

import glissade.engine.CohortSpec;
import glissade.engine.Engine;
import glissade.engine.MemoryEngine;
import glissade.engine.SynchronousEngine;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/** How long a step takes, by the fastest epoch but the first, which loads the data and meets code that is not compiled yet. */
final class StepTimes {
    private final JavaSparkContext spark;

    StepTimes(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** By one Spark job each; of several at once, the time from the end of one to the end of the next. */
    double synchronous(GrowthPoint point) throws InterruptedException, ExecutionException {
        Engine engine = new SynchronousEngine(spark, point.partitions());
        ExecutorService threads = Executors.newFixedThreadPool(point.jobs());
        List<Future<Double>> running = new ArrayList<>();
        for (int i = 0; i < point.jobs(); i++) {
            CohortSpec cohort = point.cohort(i);
            running.add(threads.submit(() -> {
                spark.setLocalProperty("spark.scheduler.pool", "cohort-" + cohort.number());
                return seconds(engine, cohort, point);
            }));
        }
        List<Double> seconds = new ArrayList<>();
        for (Future<Double> each : running) {
            seconds.add(each.get());
        }
        threads.shutdown();
        spark.getPersistentRDDs().values().forEach(rdd -> rdd.unpersist(true));
        return Collections.min(seconds) / point.jobs();
    }

    /** As a task makes it, on one core. */
    double inTask(GrowthPoint point) throws InterruptedException {
        return seconds(new MemoryEngine(Kernels.best()), point.cohort(0), point);
    }

    /** A job over so many partitions that does nothing. */
    double emptyJob(int partitions) {
        List<Integer> numbers = IntStream.range(0, partitions).boxed().toList();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 100; i++) {
            long start = System.nanoTime();
            spark.parallelize(numbers, partitions).foreach(number -> {});
            least = Math.min(least, (System.nanoTime() - start) / 1e9);
        }
        return least;
    }

    private static double seconds(Engine engine, CohortSpec cohort, GrowthPoint point) throws InterruptedException {
        List<Long> ends = new ArrayList<>();
        engine.train(cohort, point.data(), (spec, points) -> ends.add(System.nanoTime()));
        long least = IntStream.range(1, ends.size())
                .mapToLong(i -> ends.get(i) - ends.get(i - 1))
                .min()
                .orElseThrow();
        return least / 1e9 / point.steps();
    }
}
