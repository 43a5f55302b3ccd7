package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.engine.CohortSpec;
import glissade.engine.LaneResult;
import glissade.engine.MemoryEngine;
import glissade.engine.Trials;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.TrainingSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training finds the truth that rows were generated from. */
class RecoveryTest {
    private static float[] train(ModelSpec.Type type, Generated generated, double rate, int epochs) {
        TrainingSpec training = Trials.training(epochs, BatchSize.of(500), rate, Initialiser.ZEROS);
        CohortSpec cohort = Trials.cohort(ModelSpec.of(type), List.of(Trials.lane(0, training)));
        ShardedData data = DataSets.open(generated.spec(0.02, 1)).sharded(1);
        LaneResult result = new MemoryEngine(Kernels.best())
                .train(cohort, data, (spec, points) -> {})
                .get(0);
        return result.lastParameters();
    }

    @Test
    void aLinearModelFindsWeightsAndBias() {
        List<Double> weights = List.of(1.5, -2.0, 0.25, 0.0);
        Generated generated = Generated.of("linear")
                .withTruth(weights, 0.7)
                .withRows(50_000, 0)
                .withNoise(0.5);
        assertFound(weights, 0.7, train(ModelSpec.Type.LINEAR, generated, 0.05, 8), 0.02);
    }

    @Test
    void aLogisticModelFindsTheLogOdds() {
        List<Double> weights = List.of(2.0, -1.0, 0.5);
        Generated generated = Generated.of("logistic")
                .withTruth(weights, 0.75)
                .withRows(50_000, 0)
                .withSampling(Sampling.GAUSSIAN);
        assertFound(weights, 0.75, train(ModelSpec.Type.LOGISTIC, generated, 0.5, 12), 0.07);
    }

    private static void assertFound(List<Double> weights, double bias, float[] found, double within) {
        assertEquals(weights.size() + 1, found.length);
        for (int i = 0; i < weights.size(); i++) {
            assertEquals(weights.get(i), found[i], within, "weight " + i);
        }
        assertEquals(bias, found[weights.size()], within, "bias");
    }
}
