package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.LaneResult.Status;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a task, by one job a step, or without Spark at all: the same bits, however many shards, partitions and cores. */
class EnginesAgreeTest {
    private static final int EPOCHS = 2;
    private static LocalSpark spark;

    @BeforeAll
    static void start() {
        spark = new LocalSpark(2);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    private record Outcome(List<LaneResult> results, List<List<CurvePoint>> epochs) {}

    private static Outcome train(Engine engine, CohortSpec cohort, MemoryData data) throws InterruptedException {
        List<List<CurvePoint>> epochs = new ArrayList<>();
        return new Outcome(engine.train(cohort, data, (spec, points) -> epochs.add(points)), epochs);
    }

    private static void assertSame(Outcome expected, Outcome actual, String where) {
        Bits.assertSame(expected.results(), actual.results(), where);
        assertEquals(expected.epochs(), actual.epochs(), "what the listener heard, " + where);
    }

    private static Outcome inMemory(CohortSpec cohort, MemoryData data) throws InterruptedException {
        return train(new MemoryEngine(Kernels.best()), cohort, data);
    }

    private static void assertEnginesAgree(LocalSpark spark, CohortSpec cohort, MemoryData data) throws Exception {
        Outcome expected = inMemory(cohort, data);
        String what = data.shards() + " shards of " + cohort.model();
        assertSame(expected, train(new InTaskEngine(spark.context()), cohort, data), "in-task, " + what);
        for (int partitions : new int[] {1, 2, 3, 4, 8}) {
            Engine engine = new SynchronousEngine(spark.context(), partitions);
            assertSame(expected, train(engine, cohort, data), "synchronous, " + partitions + " partitions, " + what);
        }
    }

    private static List<ModelSpec> models() {
        return List.of(Trials.softmax(), Trials.mlp(Activation.TANH, 5, 3));
    }

    /** 203 rows in batches of 80, 80 and 43; 37 validation rows leave shards of 4 and 5. */
    @ParameterizedTest
    @MethodSource("models")
    void enginesAgreeOnEveryShardingAndLayout(ModelSpec model) throws Exception {
        CohortSpec cohort = Trials.cohort(model, Trials.lanes(3, EPOCHS, BatchSize.of(80)));
        MemoryData sparse = Trials.data(203, 37, 21, 0.4, 1);
        MemoryData dense = Trials.data(203, 37, 21, 0.9, 2);
        assertTrue(sparse.summary().sparse() && !dense.summary().sparse());
        for (int shards : new int[] {1, 2, 8}) {
            assertEnginesAgree(spark, cohort, sparse.withShards(shards));
            assertEnginesAgree(spark, cohort, dense.withShards(shards));
        }
    }

    /** Most batches of 3 rows miss most of 8 shards, some splits have no rows there, and 3 shards have none at all. */
    @Test
    void absentShardsMakeNoDifference() throws Exception {
        CohortSpec cohort = Trials.cohort(Trials.softmax(), Trials.lanes(2, EPOCHS, BatchSize.of(3)));
        assertEnginesAgree(spark, cohort, Trials.data(11, 3, 1, 0.4, 3).withShards(8));
        assertEnginesAgree(spark, cohort, Trials.data(5, 0, 0, 0.4, 4).withShards(8));
    }

    @Test
    void oneCoreAndTwoAgree() throws Exception {
        CohortSpec cohort = Trials.cohort(Trials.mlp(Activation.RELU, 5), Trials.lanes(3, EPOCHS, BatchSize.of(80)));
        MemoryData data = Trials.data(203, 37, 21, 0.4, 5).withShards(8);
        assertEnginesAgree(spark, cohort, data);
        spark.close();
        try (LocalSpark single = new LocalSpark(1)) {
            assertEnginesAgree(single, cohort, data);
        } finally {
            spark = new LocalSpark(2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, Long.MAX_VALUE})
    void whereLegsEndMakesNoDifference(long legNanos) throws Exception {
        CohortSpec cohort = Trials.cohort(Trials.softmax(), Trials.lanes(3, 5, BatchSize.of(80)));
        MemoryData data = Trials.data(203, 37, 21, 0.4, 6);
        assertSame(
                inMemory(cohort, data),
                train(new InTaskEngine(spark.context(), () -> legNanos), cohort, data),
                "legs of " + legNanos + " ns");
    }

    @Test
    void aDivergedLaneIsTheSameEverywhere() throws Exception {
        List<LaneSpec> lanes = new ArrayList<>(Trials.lanes(3, EPOCHS, BatchSize.of(80)));
        lanes.set(1, Trials.lane(1, Trials.training(EPOCHS, BatchSize.of(80), 1e38)));
        CohortSpec cohort = Trials.cohort(Trials.softmax(), lanes);
        MemoryData data = Trials.data(203, 37, 21, 0.4, 7).withShards(2);
        assertEquals(Status.DIVERGED, inMemory(cohort, data).results().get(1).status());
        assertEnginesAgree(spark, cohort, data);
    }

    @Test
    void cohortsTrainedAtOnceDoNotDisturbEachOther() throws Exception {
        MemoryData data = Trials.data(203, 37, 21, 0.4, 8).withShards(2);
        List<CohortSpec> cohorts = models().stream()
                .map(model -> Trials.cohort(model, Trials.lanes(3, EPOCHS, BatchSize.of(80))))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (Engine engine :
                    List.of(new InTaskEngine(spark.context()), new SynchronousEngine(spark.context(), 2))) {
                List<Future<Outcome>> outcomes = new ArrayList<>();
                for (CohortSpec cohort : cohorts) {
                    outcomes.add(threads.submit(() -> train(engine, cohort, data)));
                }
                for (int i = 0; i < cohorts.size(); i++) {
                    assertSame(inMemory(cohorts.get(i), data), outcomes.get(i).get(), "beside others");
                }
            }
        } finally {
            threads.shutdown();
        }
    }
}
