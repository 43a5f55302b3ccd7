package glissade.engine;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.engine.Selection.Measure;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.Schedules;
import glissade.optim.Sgd;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Small trials and data for tests of laws. The one place in the tests that spells out every component of a spec. */
public final class Trials {
    public static final int FEATURES = 20;
    public static final int CLASSES = 4;

    private static final long ORDER_SEED = 42;

    private Trials() {}

    public static ModelSpec softmax() {
        return ModelSpec.of(ModelSpec.Type.SOFTMAX);
    }

    public static ModelSpec mlp(Activation activation, Integer... hidden) {
        return ModelSpec.mlp(activation, hidden);
    }

    /** Every architecture there is: no, one and two hidden layers, each activation. */
    public static List<ModelSpec> models() {
        return List.of(
                softmax(),
                mlp(Activation.TANH, 5),
                mlp(Activation.RELU, 9),
                mlp(Activation.TANH, 6, 17),
                mlp(Activation.RELU, 16, 3),
                mlp(Activation.SIGMOID, 7),
                mlp(Activation.IDENTITY, 4, 5));
    }

    public static TrainingSpec training(int epochs, BatchSize batchSize, double learningRate) {
        return training(epochs, batchSize, learningRate, new Initialiser(Initialiser.Kind.XAVIER, 0, 0));
    }

    public static TrainingSpec training(int epochs, BatchSize batchSize, double learningRate, Initialiser weights) {
        Initialiser biases = new Initialiser(Initialiser.Kind.UNIFORM, -0.1, 0.1);
        return new TrainingSpec(
                epochs,
                batchSize,
                learningRate,
                Schedules.CONSTANT.recipe(),
                Sgd.KIND.recipe(),
                Penalty.NONE,
                Clipping.NONE,
                weights,
                weights.equals(Initialiser.ZEROS) ? Initialiser.ZEROS : biases,
                StopRules.NONE);
    }

    /** Lane k of a family in which every lane has its own rate and seed. */
    public static LaneSpec lane(int k, int epochs, BatchSize batchSize) {
        return lane(k, training(epochs, batchSize, 0.03 * (1 + k % 7) + 0.001 * k));
    }

    public static LaneSpec lane(int k, TrainingSpec training) {
        return new LaneSpec("trial-" + k, training, 1_000 + k);
    }

    /** The first lanes of that family. */
    public static List<LaneSpec> lanes(int count, int epochs, BatchSize batchSize) {
        return IntStream.range(0, count)
                .mapToObj(k -> lane(k, epochs, batchSize))
                .toList();
    }

    public static CohortSpec cohort(ModelSpec model, List<LaneSpec> lanes) {
        Selection selection = new Selection(Split.VALIDATION, Measure.LOSS, true);
        return new CohortSpec(0, model, ORDER_SEED, selection, Evaluation.PLAIN, lanes);
    }

    /** Rows that can be learnt, of which a share is not zero; sparse below one half. */
    public static MemoryData data(int training, int validation, int test, double share, long seed) {
        return MemoryData.of(
                block(training, share, 3 * seed),
                block(validation, share, 3 * seed + 1),
                block(test, share, 3 * seed + 2),
                IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList(),
                1);
    }

    public static Block block(int rows, double share, long seed) {
        float[] values = new float[rows * FEATURES];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            double[] score = new double[CLASSES];
            for (int i = row * FEATURES; i < (row + 1) * FEATURES; i++) {
                boolean present = Randomness.uniform(seed, Purpose.DATA, 0, i) < share;
                values[i] = present ? (float) (2 * Randomness.gaussian(seed, Purpose.DATA, 1, i)) : 0f;
                score[i * 7 % CLASSES] += values[i];
            }
            targets[row] = largest(score);
        }
        return Block.dense(FEATURES, values, targets);
    }

    private static int largest(double[] score) {
        int best = 0;
        for (int i = 1; i < score.length; i++) {
            best = score[i] > score[best] ? i : best;
        }
        return best;
    }

    public static List<LaneResult> train(CohortSpec cohort, MemoryData data) {
        return train(cohort, data, Kernels.best());
    }

    public static List<LaneResult> train(CohortSpec cohort, MemoryData data, Kernels kernels) {
        return new MemoryEngine(kernels).train(cohort, data, (spec, points) -> {});
    }
}
