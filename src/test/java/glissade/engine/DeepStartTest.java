package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Initialiser.Kind;
import glissade.optim.TrainingSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * What starting weights do to ten hidden layers before the first step (Glorot and Bengio, 2010; He et al., 2015): whether
 * signals reach the head, and gradients the first layer. Activations are computed here, in plain double.
 */
class DeepStartTest {
    private static final int UNITS = 100;
    private static final int LAYERS = 10;
    private static final int ROWS = 60;
    private static final int SEEDS = 4;
    private static final Initialiser XAVIER = new Initialiser(Kind.XAVIER, 0, 0);
    private static final Initialiser HE = new Initialiser(Kind.HE, 0, 0);
    private static final Initialiser TINY = new Initialiser(Kind.NORMAL, 0.01, 0);
    private static final Initialiser WIDE = new Initialiser(Kind.NORMAL, 1, 0);

    /** Standard normal features, classes drawn at random. */
    private static final MemoryData DATA = data();

    private static MemoryData data() {
        float[] values = new float[ROWS * UNITS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Randomness.gaussian(1, Purpose.DATA, 0, i);
        }
        float[] targets = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            targets[row] = Randomness.below(4, 1, Purpose.DATA, 1, row);
        }
        Block rows = Block.dense(UNITS, values, targets);
        return MemoryData.of(rows, rows, rows, List.of("a", "b", "c", "d"), 1);
    }

    private static ModelSpec deep(Activation activation) {
        Integer[] hidden = new Integer[LAYERS];
        Arrays.fill(hidden, UNITS);
        return ModelSpec.mlp(activation, hidden);
    }

    /** One epoch of one step, so that what is recorded of it is the start. */
    private static CohortSpec cohort(Activation activation, Initialiser weights, long seed) {
        TrainingSpec plain = TrainingSpec.plain(1, BatchSize.ALL, 0.01);
        TrainingSpec training = new TrainingSpec(
                plain.epochs(),
                plain.batchSize(),
                plain.learningRate(),
                plain.schedule(),
                plain.optimizer(),
                plain.penalty(),
                plain.clipping(),
                weights,
                Initialiser.ZEROS,
                plain.stop());
        LaneSpec lane = new LaneSpec("deep", training, seed);
        CohortSpec cohort = Trials.cohort(deep(activation), List.of(lane));
        return new CohortSpec(
                0,
                cohort.model(),
                cohort.orderSeed(),
                cohort.selection(),
                new Evaluation(false, false, true),
                List.of(lane));
    }

    /** The activations of every hidden layer, over all rows. */
    private static double[][] activations(Activation activation, Initialiser weights, long seed) {
        Cohort cohort = new Cohort(cohort(activation, weights, seed), DATA.summary(), 1);
        float[] parameters = new float[cohort.architecture().parameters()];
        cohort.layout().read(cohort.initialParameters(), 0, parameters);
        double[][] all = new double[LAYERS][];
        double[] below = new double[ROWS * UNITS];
        Arrays.setAll(below, i -> DATA.load(0).rows(glissade.data.Split.TRAIN).values()[i]);
        for (int layer = 0; layer < LAYERS; layer++) {
            all[layer] = activations(activation, parameters, layer * (UNITS + 1) * UNITS, below);
            below = all[layer];
        }
        return all;
    }

    private static double[] activations(Activation activation, float[] parameters, int at, double[] below) {
        double[] h = new double[ROWS * UNITS];
        for (int i = 0; i < h.length; i++) {
            int row = i / UNITS * UNITS;
            double z = parameters[at + UNITS * UNITS + i % UNITS];
            for (int input = 0; input < UNITS; input++) {
                z += below[row + input] * parameters[at + input * UNITS + i % UNITS];
            }
            h[i] = activation == Activation.RELU ? Math.max(z, 0) : StrictMath.tanh(z);
        }
        return h;
    }

    private static double variance(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum() / values.length;
    }

    /** The variance in the last hidden layer as a share of that in the first. */
    private static double kept(Activation activation, Initialiser weights, long seed) {
        double[][] all = activations(activation, weights, seed);
        return variance(all[LAYERS - 1]) / variance(all[0]);
    }

    /** The gradient's norm in the first layer as a share of that in the last hidden layer, which has as many weights. */
    private static double gradientKept(Activation activation, Initialiser weights, long seed) {
        List<LayerPoint> points =
                Trials.train(cohort(activation, weights, seed), DATA).get(0).layers();
        return points.get(0).gradientNorm() / points.get(LAYERS - 1).gradientNorm();
    }

    private static void assertWithin(double low, double value, double high) {
        assertTrue(low <= value && value <= high, value + " is not in [" + low + ", " + high + "]");
    }

    /** Not exactly: tanh takes a little of the variance in every layer. */
    @Test
    void xavierKeepsTheVarianceOfTanh() {
        for (int seed = 0; seed < SEEDS; seed++) {
            double k = kept(Activation.TANH, XAVIER, seed);
            double g = gradientKept(Activation.TANH, XAVIER, seed);
            assertWithin(0.1, k, 1);
            assertWithin(0.2, g, 5);
        }
    }

    @Test
    void heKeepsTheVarianceOfRelu() {
        for (int seed = 0; seed < SEEDS; seed++) {
            double k = kept(Activation.RELU, HE, seed);
            double g = gradientKept(Activation.RELU, HE, seed);
            assertWithin(0.2, k, 5);
            assertWithin(0.2, g, 5);
        }
    }

    /** Each layer keeps about UNITS x 0.01^2 = 1/100 of the variance. */
    @Test
    void smallWeightsLetTheSignalVanish() {
        for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
            for (int seed = 0; seed < SEEDS; seed++) {
                double k = kept(activation, TINY, seed);
                assertWithin(1e-25, k, 1e-15);
            }
        }
    }

    /** Pre-activations of deviation 10: nearly every tanh is at an end, while relu grows by the factor 50 a layer. */
    @Test
    void largeWeightsSaturateTanhAndLetReluExplode() {
        for (int seed = 0; seed < SEEDS; seed++) {
            double[] last = activations(Activation.TANH, WIDE, seed)[LAYERS - 1];
            double atAnEnd =
                    DoubleStream.of(last).filter(h -> Math.abs(h) > 0.95).count() / (double) last.length;
            double k = kept(Activation.RELU, WIDE, seed);
            assertWithin(0.75, atAnEnd, 1);
            assertTrue(k > 1e13, "relu's variance grew by " + k);
        }
    }
}
