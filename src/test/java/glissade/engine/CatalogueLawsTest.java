package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Momentum;
import glissade.optim.Nesterov;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Sgd;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws of descent that hold whatever the numbers are. */
class CatalogueLawsTest {
    private static final MemoryData CLASSES = Trials.data(300, 70, 50, 0.9, 5);
    private static final ModelSpec PERCEPTRON = ModelSpec.mlp(Activation.TANH, 8);
    private static final List<ModelSpec> MODELS = List.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), PERCEPTRON);

    private static LaneResult train(ModelSpec model, MemoryData data, Descent descent) {
        return Trials.train(Trials.cohort(model, List.of(descent.lane("only"))), data)
                .get(0);
    }

    private static void assertSameBits(LaneResult expected, LaneResult actual, String what) {
        assertEquals(expected.curve(), actual.curve(), what);
        assertArrayEquals(Bits.bits(expected.lastParameters()), Bits.bits(actual.lastParameters()), what);
    }

    /** With and without zeros in the data, a penalty and clipping: plain descent skips what it need not touch. */
    @Test
    void momentumWithoutMemoryIsPlainDescentToTheBit() {
        List<Recipe> forgetful = List.of(
                Momentum.KIND.recipe(Map.of("mu", 0.0)),
                Momentum.KIND.recipe(Map.of("mu", 0.0, "convention", "averaged")),
                Momentum.KIND.recipe(Map.of("mu", 0.0, "convention", "averaged", "bias-correction", true)),
                Nesterov.KIND.recipe(Map.of("mu", 0.0)));
        for (MemoryData data : List.of(CLASSES, Trials.data(300, 70, 50, 0.2, 6))) {
            for (ModelSpec model : MODELS) {
                assertSameAsPlain(model, data, forgetful, Penalty.NONE, Clipping.NONE);
                Clipping clipping = new Clipping(Clipping.Kind.NORM, 0.2);
                assertSameAsPlain(model, data, forgetful, new Penalty(3, Penalty.Form.PER_BATCH), clipping);
            }
        }
    }

    private static void assertSameAsPlain(
            ModelSpec model, MemoryData data, List<Recipe> recipes, Penalty penalty, Clipping clipping) {
        Descent descent =
                new Descent().penalty(penalty.lambda(), penalty.form()).clip(clipping.kind(), clipping.bound());
        LaneResult plain = train(model, data, descent.optimizer(Sgd.KIND.recipe()));
        for (Recipe recipe : recipes) {
            assertSameBits(plain, train(model, data, descent.optimizer(recipe)), recipe + " on " + model);
        }
    }

    /** {@code v} of the heavy ball at rate a (1 - beta) is a times the average. */
    @Test
    void theAverageAtRateAFollowsTheHeavyBallAtAOneMinusBeta() {
        double beta = 0.8;
        for (ModelSpec model : MODELS) {
            Recipe averaged = Momentum.KIND.recipe(Map.of("mu", beta, "convention", "averaged"));
            LaneResult average = train(model, CLASSES, new Descent().rate(0.1).optimizer(averaged));
            Recipe heavyBall = Momentum.KIND.recipe(Map.of("mu", beta));
            LaneResult ball =
                    train(model, CLASSES, new Descent().rate(0.1 * (1 - beta)).optimizer(heavyBall));
            for (int i = 0; i < average.lastParameters().length; i++) {
                assertEquals(average.lastParameters()[i], ball.lastParameters()[i], 200 * 0x1p-24);
            }
            assertNotEquals(
                    average.last().trainLoss(),
                    train(model, CLASSES, new Descent().rate(0.1).optimizer(heavyBall))
                            .last()
                            .trainLoss(),
                    0.01,
                    "the conventions differ at the same rate");
        }
    }

    /**
     * Least squares on rows that are axes of different length: X'X / n is diagonal with largest value L, the curvature of
     * {@code half-mse}; {@code mse} has 2 L.
     */
    @Test
    void fullBatchesFallMonotonicallyBelowTwoOverLAndNotAbove() {
        double[] scales = {3, 1, 0.5, 2};
        double largest = 9.0 / scales.length;
        MemoryData data = axes(scales);
        assertTrue(fallsMonotonically(data, Head.HALF_MSE, 1.95 / largest));
        assertFalse(fallsMonotonically(data, Head.HALF_MSE, 2.05 / largest));
        assertTrue(fallsMonotonically(data, Head.MSE, 1.95 / (2 * largest)));
        assertFalse(fallsMonotonically(data, Head.MSE, 2.05 / (2 * largest)));
    }

    private static MemoryData axes(double[] scales) {
        float[] values = new float[scales.length * scales.length];
        float[] targets = new float[scales.length];
        for (int row = 0; row < scales.length; row++) {
            values[row * scales.length + row] = (float) scales[row];
            targets[row] = row + 1;
        }
        Block rows = Block.dense(scales.length, values, targets);
        return MemoryData.of(rows, rows, rows, List.of(), 1);
    }

    private static boolean fallsMonotonically(MemoryData data, Head head, double rate) {
        ModelSpec model = ModelSpec.of(ModelSpec.Type.LINEAR).withHead(head).withoutBias();
        Descent descent =
                new Descent().epochs(60).batch(BatchSize.ALL).rate(rate).from(Initialiser.ZEROS);
        List<CurvePoint> curve = train(model, data, descent).curve();
        return IntStream.range(1, curve.size())
                .allMatch(i -> curve.get(i).trainLoss() < curve.get(i - 1).trainLoss());
    }

    @Test
    void aBatchOfAllRowsIsOneOfTheirNumberOrMore() {
        for (ModelSpec model : MODELS) {
            LaneResult all = train(model, CLASSES, new Descent().batch(BatchSize.ALL));
            assertEquals(20, all.last().steps());
            for (BatchSize batch : List.of(BatchSize.of(300), BatchSize.of(1_000), BatchSize.AUTO)) {
                assertSameBits(all, train(model, CLASSES, new Descent().batch(batch)), batch + " of " + model);
            }
        }
    }

    @Test
    void aBatchOfOneRowIsAllOfASingleRow() {
        Block row = Trials.block(1, 0.9, 8, 0);
        MemoryData data = MemoryData.of(row, row, row, List.of(), 1);
        List<ModelSpec> models =
                List.of(ModelSpec.of(ModelSpec.Type.LINEAR), ModelSpec.mlp(Activation.TANH, Head.MSE, 5));
        for (ModelSpec model : models) {
            LaneResult one = train(model, data, new Descent().rate(0.01).batch(BatchSize.of(1)));
            LaneResult all = train(model, data, new Descent().rate(0.01).batch(BatchSize.ALL));
            assertSameBits(one, all, model.toString());
            assertEquals(20, one.last().steps());
        }
    }

    /** {@code lambda / (2 n)} or {@code lambda / 2} times the squares of the weights, never of the biases. */
    @Test
    void theObjectiveIsTheLossAndHalfTheSquaredWeights() {
        for (ModelSpec model : MODELS) {
            LaneResult perBatch = train(model, CLASSES, new Descent().penalty(3, Penalty.Form.PER_BATCH));
            assertEquals(3 / (2.0 * 31) * squaredWeights(model, perBatch), penalty(perBatch), 1e-12);
            LaneResult plain = train(model, CLASSES, new Descent().penalty(0.1, Penalty.Form.PLAIN));
            assertEquals(0.1 / 2 * squaredWeights(model, plain), penalty(plain), 1e-12);
            assertEquals(0, penalty(train(model, CLASSES, new Descent())));
        }
    }

    private static double penalty(LaneResult result) {
        return result.last().trainObjective() - result.last().trainLoss();
    }

    private static double squaredWeights(ModelSpec model, LaneResult result) {
        Architecture architecture = Architecture.of(model, Trials.FEATURES, Trials.CLASSES);
        double sum = 0;
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int weights = architecture.inputs(layer) * architecture.outputs(layer);
            for (int i = 0; i < weights; i++) {
                double w = result.lastParameters()[next++];
                sum += w * w;
            }
            next += architecture.outputs(layer);
        }
        return sum;
    }

    /**
     * Rows without features give weights no slope but the penalty's: each step leaves {@code 1 - rate lambda / n} of them,
     * n being the batch's own count, 31 or 21. Biases are free of it.
     */
    @Test
    void thePenaltyPullsByTheBatchsOwnCountAndAtWeightsOnly() {
        Block empty = Block.dense(2, new float[2 * 52], new float[52]);
        MemoryData data = MemoryData.of(empty, empty, empty, List.of(), 1);
        ModelSpec model = ModelSpec.of(ModelSpec.Type.LINEAR);
        Initialiser ones = new Initialiser(Initialiser.Kind.UNIFORM, 1, 1 + 1e-7);
        Descent descent = new Descent().epochs(1).rate(0.5).from(ones);
        float bias = train(model, data, descent).lastParameters()[2];
        LaneResult perBatch = train(model, data, descent.penalty(4, Penalty.Form.PER_BATCH));
        assertEquals((1 - 0.5 * 4 / 31) * (1 - 0.5 * 4 / 21), perBatch.lastParameters()[0], 1e-6);
        assertEquals(bias, perBatch.lastParameters()[2], 0);
        LaneResult plain = train(model, data, descent.penalty(0.3, Penalty.Form.PLAIN));
        assertEquals((1 - 0.5 * 0.3) * (1 - 0.5 * 0.3), plain.lastParameters()[1], 1e-6);
        assertEquals(bias, plain.lastParameters()[2], 0);
    }
}
