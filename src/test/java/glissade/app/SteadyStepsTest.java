package glissade.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.CohortSpec;
import glissade.engine.SynchronousEngine;
import glissade.engine.Trials;
import glissade.optim.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/**
 * A job a step leaves nothing behind, by the product's own Spark settings. {@code -Dglissade.steps=100000} takes that many steps
 * instead of 2,000.
 */
class SteadyStepsTest {
    private static final int STEPS_OF_EPOCH = 500;
    private static final int EPOCHS = Math.max(4, Integer.getInteger("glissade.steps", 2_000) / STEPS_OF_EPOCH);
    private static final long MEGABYTE = 1 << 20;

    /** What a driver holds when nothing runs and garbage is gone. */
    private record Held(long heapBytes, int persistedRdds, int blocks, int jobs) {
        private static final long PATIENCE_MILLIS = 120_000;

        /** Spark lets go of jobs and of their blocks in threads of its own, some time after the garbage is collected. */
        static Held by(JavaSparkContext spark, Predicate<Held> settled) {
            try {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
                Held held;
                do {
                    spark.sc().listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
                    System.gc();
                    Thread.sleep(500);
                    held = now(spark);
                } while (!settled.test(held) && System.nanoTime() < end);
                return held;
            } catch (TimeoutException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Held now(JavaSparkContext spark) {
            Runtime runtime = Runtime.getRuntime();
            return new Held(
                    runtime.totalMemory() - runtime.freeMemory(),
                    spark.getPersistentRDDs().size(),
                    broadcastBlocks(),
                    spark.sc().statusStore().jobsList(null).size());
        }

        boolean isLittle() {
            return persistedRdds == 1 && blocks <= 8 && jobs <= 110;
        }

        boolean isAsMuchAs(Held before) {
            return heapBytes - before.heapBytes < 4 * MEGABYTE;
        }

        private static int broadcastBlocks() {
            return SparkEnv.get()
                    .blockManager()
                    .getMatchingBlockIds(id -> id.isBroadcast())
                    .size();
        }
    }

    @Test
    void thousandsOfStepsLeaveNothingBehind() {
        MemoryData data = Trials.data(STEPS_OF_EPOCH, 0, 0, 0.4, 1).withShards(4);
        CohortSpec cohort = Trials.cohort(Trials.softmax(), Trials.lanes(2, EPOCHS, BatchSize.of(1)));
        List<Held> held = new ArrayList<>();
        try (Cluster cluster = new Cluster("steady steps", "local[2]")) {
            JavaSparkContext spark = cluster.context();
            spark.setLogLevel("ERROR");
            int[] epoch = {0};
            new SynchronousEngine(spark, 2).train(cohort, data, (spec, points) -> {
                epoch[0]++;
                if (epoch[0] % (EPOCHS / 2) == 0) {
                    held.add(Held.by(spark, now -> now.isLittle() && (held.isEmpty() || now.isAsMuchAs(held.get(0)))));
                }
            });
        }
        Held half = held.get(0);
        Held whole = held.get(1);
        String both = half + ", then " + whole;
        assertTrue(whole.isLittle(), both);
        assertTrue(whole.isAsMuchAs(half), both);
    }
}
