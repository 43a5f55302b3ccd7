package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.MemoryData;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The catalogue on a real Spark, on one shard and on four: every optimizer, with as many models, schedules, penalties,
 * clippings, measures and courses of lanes as fit. In tasks every epoch is a leg of its own, so that all state travels.
 */
class EnginesAgreeOnPairsTest {
    private static LocalSpark spark;

    @BeforeAll
    static void start() {
        spark = new LocalSpark(2);
    }

    @AfterAll
    static void stop() {
        spark.close();
    }

    /** Few combinations with every optimizer among them: each the one that brings the most choices for the first time. */
    private static List<Combination> someOfPairwise() {
        List<Combination> all = Combination.pairwise();
        long optimizers = all.stream().map(Combination::optimizer).distinct().count();
        Set<Object> met = new HashSet<>();
        List<Combination> some = new ArrayList<>();
        while (some.stream().map(Combination::optimizer).distinct().count() < optimizers) {
            Combination next = all.get(0);
            for (Combination each : all) {
                next = brought(each, met) > brought(next, met) ? each : next;
            }
            some.add(next);
            met.addAll(choices(next));
        }
        return some;
    }

    private static long brought(Combination combination, Set<Object> met) {
        return choices(combination).stream()
                .filter(choice -> !met.contains(choice))
                .count();
    }

    private static List<Object> choices(Combination combination) {
        return List.of(
                combination.model(),
                combination.optimizer(),
                combination.schedule(),
                List.of("penalty", String.valueOf(combination.penalty())),
                combination.clipping(),
                combination.selection(),
                combination.evaluation(),
                combination.course());
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

    @ParameterizedTest
    @MethodSource("someOfPairwise")
    void everyEngineEndsAsMemoryDoes(Combination combination) throws InterruptedException {
        CohortSpec cohort = combination.cohort();
        for (int shards : new int[] {1, 4}) {
            MemoryData data = combination.data().withShards(shards);
            Outcome expected = train(new MemoryEngine(Kernels.best()), cohort, data);
            String where = shards + " shards, " + combination;
            assertSame(expected, train(new InTaskEngine(spark.context(), () -> 0), cohort, data), "in-task, " + where);
            assertSame(
                    expected, train(new SynchronousEngine(spark.context(), 2), cohort, data), "synchronous, " + where);
        }
    }
}
