package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.LaneResult.Status;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fused equals solo, bit for bit, wherever any two of the catalogue's choices meet: models, optimizers, schedules,
 * penalties, clipping, layouts, shards, batches, what is measured and selected, lanes that end or go to infinity beside
 * others, and training in one piece or in many.
 */
class FusedPairsTest {
    private static List<Combination> pairwise() {
        return Combination.pairwise();
    }

    @ParameterizedTest
    @MethodSource("pairwise")
    void everyLaneEndsAsItWouldAlone(Combination combination) {
        CohortSpec cohort = combination.cohort();
        MemoryData data = combination.data();
        PiecewiseEngine piecewise = new PiecewiseEngine();
        List<LaneResult> fused =
                combination.pieces() ? piecewise.train(cohort, data, (spec, points) -> {}) : Trials.train(cohort, data);
        Bits.assertSame(alone(cohort, data), fused, combination.toString());
        if (combination.pieces() && combination.course() == Course.DWINDLING) {
            assertEquals(Course.dwindling(combination.lanes()), piecewise.lanesOfEpochs());
        }
        assertTakesItsCourse(combination.course(), fused);
    }

    private static List<LaneResult> alone(CohortSpec cohort, MemoryData data) {
        List<LaneResult> results = new ArrayList<>();
        MemoryEngine engine = new MemoryEngine(Kernels.best());
        for (LaneSpec lane : cohort.lanes()) {
            CohortSpec single = new CohortSpec(
                    0, cohort.model(), cohort.orderSeed(), cohort.selection(), cohort.evaluation(), List.of(lane));
            results.addAll(engine.train(single, data, (spec, points) -> {}));
        }
        return results;
    }

    /** Otherwise the test would compare less than it says. Some trials diverge by themselves: Nesterov at mu = 0.99, for one. */
    private static void assertTakesItsCourse(Course course, List<LaneResult> results) {
        long completed = results.stream()
                .filter(lane -> lane.status() == Status.COMPLETED)
                .count();
        if (course == Course.TOGETHER || course == Course.BESIDE_INFINITY) {
            assertTrue(2 * completed > results.size(), completed + " of " + results.size() + " completed");
        } else {
            assertTrue(completed < results.size(), "all completed");
        }
        if (course == Course.BESIDE_INFINITY) {
            assertTrue(
                    results.get(5).reason().contains("not finite"),
                    results.get(5).reason());
        }
    }
}
