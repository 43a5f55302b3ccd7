package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.engine.LaneResult.Status;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Linear;
import glissade.optim.OptimizerCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers on landscapes whose lowest points are known. */
class CatalogueSurfacesTest {
    private static final int ROWS = 1_000;

    /** A thousand steps an epoch that all see the landscape itself. */
    private static final MemoryData STILL = pushes(0);

    /** The same with pushes from all sides, whose mean is 0. */
    private static final MemoryData NOISY = pushes(1);

    /** Rows in pairs, each the opposite of the other. */
    private static MemoryData pushes(double deviation) {
        float[] values = new float[2 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = (float) (deviation * Randomness.gaussian(11, Purpose.DATA, 0, i));
            values[ROWS + i] = -values[i];
        }
        Block rows = Block.dense(2, values, new float[ROWS]);
        Block none = Block.dense(2, new float[0], new float[0]);
        return MemoryData.of(rows, none, none, List.of(), 1);
    }

    static List<OptimizerCase> optimizers() {
        return OptimizerCase.ALL;
    }

    private static LaneResult descend(ModelSpec model, MemoryData data, Descent descent) {
        Selection selection = new Selection(Split.TRAIN, Selection.Measure.LOSS, false);
        LaneSpec lane = descent.lane("only");
        CohortSpec cohort = new CohortSpec(0, model, 3, selection, Evaluation.PLAIN, List.of(lane));
        return Trials.train(cohort, data).get(0);
    }

    private static Initialiser start(Surface surface) {
        boolean bent = surface == Surface.ROSENBROCK;
        return new Initialiser(Initialiser.Kind.POINT, bent ? -1.2 : 3, bent ? 1 : 2);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerReachesTheLowestPoint(OptimizerCase optimizer) {
        optimizer.surfaces().forEach((surface, rate) -> {
            Descent descent = new Descent()
                    .optimizer(optimizer.kind().recipe())
                    .rate(rate)
                    .epochs(20)
                    .batch(BatchSize.of(1))
                    .from(start(surface));
            LaneResult result = descend(ModelSpec.surface(surface, 0), STILL, descent);
            double lowest = surface == Surface.ROSENBROCK ? 1 : 0;
            String where = optimizer + " on " + surface + " " + Arrays.toString(result.lastParameters());
            assertEquals(Status.COMPLETED, result.status(), where);
            assertEquals(lowest, result.lastParameters()[0], 0.01, where);
            assertEquals(lowest, result.lastParameters()[1], 0.01, where);
        });
    }

    /** Steps until a descent that starts almost on the saddle's ridge has left the plateau for one of the valleys. */
    private static int stepsOnThePlateau(OptimizerCase optimizer) {
        Descent descent = new Descent()
                .optimizer(optimizer.kind().recipe())
                .rate(0.01)
                .epochs(1_000)
                .batch(BatchSize.ALL)
                .from(0.5, 1e-3);
        LaneResult result = descend(ModelSpec.surface(Surface.SADDLE, 0), STILL, descent);
        return (int) result.curve().stream()
                .takeWhile(point -> point.trainLoss() > 0.1)
                .count();
    }

    @Test
    void momentumAndAdaptiveRatesLeaveThePlateauSooner() {
        int plain = stepsOnThePlateau(OptimizerCase.ALL.get(0));
        assertTrue(plain < 1_000, "it leaves in the end");
        for (OptimizerCase optimizer : OptimizerCase.ALL.subList(1, OptimizerCase.ALL.size())) {
            int steps = stepsOnThePlateau(optimizer);
            assertTrue(steps < plain, optimizer + " took " + steps + " steps, plain descent " + plain);
        }
    }

    /** Where plain descent from the worse well's side comes to rest; the rate falls to 0 at the end. */
    private static float restingPlace(MemoryData data, BatchSize batch, double noise) {
        Descent descent = new Descent()
                .rate(0.05)
                .epochs(batch.equals(BatchSize.ALL) ? 300 : 10)
                .batch(batch)
                .from(1.5, 0.5)
                .schedule(Linear.KIND.recipe(Map.of("warm-up", 0.0, "cool-down", 5.0)));
        return descend(ModelSpec.surface(Surface.TWO_WELLS, noise), data, descent)
                .lastParameters()[0];
    }

    /** The worse minimum is at (2 + sqrt 2) / 4, where the slope {@code (x + 1) (4 x (x - 1) + 1 / 2)} is 0. */
    @Test
    void plainDescentIsTrappedInTheWorseWellWhereGradientNoiseEscapes() {
        double worse = (2 + Math.sqrt(2)) / 4;
        assertEquals(worse, restingPlace(STILL, BatchSize.of(1), 3), 1e-5, "no push, no escape");
        assertEquals(worse, restingPlace(NOISY, BatchSize.ALL, 3), 1e-5, "the pushes of a whole batch cancel");
        assertEquals(-1, restingPlace(NOISY, BatchSize.of(1), 3), 0.01, "single pushes carry over the barrier");
    }
}
