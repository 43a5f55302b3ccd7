package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.ShardedData;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real MNIST learns what an independent float32 program learnt from it: 0.9217 and 0.8874. */
class MnistAccuracyTest {
    private static final int EPOCHS = 15;
    private static ShardedData mnist;

    @BeforeAll
    static void load() {
        boolean present = System.getenv("GLISSADE_MNIST") != null;
        String what = "GLISSADE_MNIST does not name the folder of the MNIST files";
        if (!present) {
            System.out.println("NOT TESTED: " + what);
        }
        assumeTrue(present, what);
        mnist = DataSets.open(new DataSpec("mnist", null, null, 42, 0, 255)).sharded(1);
    }

    private static List<LaneResult> softmaxFromZeros(int batchSize, double... rates) {
        List<LaneSpec> lanes = java.util.Arrays.stream(rates)
                .mapToObj(rate ->
                        Trials.lane(0, Trials.training(EPOCHS, BatchSize.of(batchSize), rate, Initialiser.ZEROS)))
                .toList();
        CohortSpec cohort = Trials.cohort(Trials.softmax(), lanes);
        return new MemoryEngine(Kernels.best()).train(cohort, mnist, (spec, points) -> {});
    }

    @Test
    void smallBatchesReachNineTenths() {
        LaneResult result = softmaxFromZeros(10, 0.005).get(0);
        assertEquals(EPOCHS * 6_000L, result.last().steps());
        assertTrue(
                result.last().testAccuracy() >= 0.915,
                "test accuracy " + result.last().testAccuracy());
    }

    @Test
    void largeBatchesAtALowRateAreSlower() {
        List<LaneResult> results = softmaxFromZeros(100, 0.005, 0.0025);
        assertEquals(0.8874, results.get(1).last().testAccuracy(), 0.005);
        assertTrue(results.get(0).last().testAccuracy() > results.get(1).last().testAccuracy());
    }
}
