package glissade.engine;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.engine.Selection.Measure;
import glissade.model.Activation;
import glissade.model.ClassWeight;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import glissade.optim.Adam;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Momentum;
import glissade.optim.Optimizer;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Sgd;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The other heads, and models without biases. */
    public static List<ModelSpec> otherHeads() {
        return List.of(
                ModelSpec.of(ModelSpec.Type.LINEAR),
                ModelSpec.of(ModelSpec.Type.LINEAR).withHead(Head.HALF_MSE),
                ModelSpec.of(ModelSpec.Type.LOGISTIC),
                ModelSpec.mlp(Activation.TANH, Head.BINARY, 6),
                ModelSpec.mlp(Activation.RELU, Head.MSE, 5),
                ModelSpec.mlp(Activation.SIGMOID, Head.HALF_MSE, 3),
                softmax().withoutBias(),
                mlp(Activation.TANH, 5, 3).withoutBias(),
                balanced(softmax()),
                balanced(ModelSpec.of(ModelSpec.Type.LOGISTIC)),
                balanced(ModelSpec.mlp(Activation.RELU, Head.BINARY, 5)),
                balanced(mlp(Activation.TANH, 17, 3)));
    }

    public static ModelSpec balanced(ModelSpec model) {
        return model.withClassWeight(ClassWeight.BALANCED);
    }

    /** The classes a model's data have here, 0 for a value. */
    public static int classes(ModelSpec model) {
        if (model.type() == ModelSpec.Type.LINEAR) {
            return 0;
        }
        return model.head() == Head.BINARY ? 2 : CLASSES;
    }

    /** Every optimizer, and every other thing that shapes an update. */
    public static List<TrainingSpec> updates(int epochs, BatchSize batchSize) {
        TrainingSpec plain = training(epochs, batchSize, 0.01);
        List<TrainingSpec> updates = new ArrayList<>();
        for (Optimizer optimizer : Optimizers.ALL) {
            updates.add(with(plain, optimizer.recipe(), Penalty.NONE, Clipping.NONE));
        }
        Recipe averaged = Momentum.KIND.recipe(Map.of("convention", "averaged", "bias-correction", true));
        Penalty perBatch = new Penalty(0.3, Penalty.Form.PER_BATCH);
        Clipping byNorm = new Clipping(Clipping.Kind.NORM, 0.5);
        updates.add(with(plain, averaged, Penalty.NONE, Clipping.NONE));
        updates.add(with(plain, Sgd.KIND.recipe(), perBatch, Clipping.NONE));
        updates.add(with(plain, Sgd.KIND.recipe(), new Penalty(0.1, Penalty.Form.PLAIN), Clipping.NONE));
        updates.add(with(plain, Sgd.KIND.recipe(), Penalty.NONE, new Clipping(Clipping.Kind.VALUE, 0.02)));
        updates.add(with(plain, Adam.KIND.recipe(), perBatch, byNorm));
        return updates;
    }

    public static TrainingSpec with(TrainingSpec spec, Recipe optimizer, Penalty penalty, Clipping clipping) {
        return new TrainingSpec(
                spec.epochs(),
                spec.batchSize(),
                spec.learningRate(),
                spec.schedule(),
                optimizer,
                penalty,
                clipping,
                spec.weights(),
                spec.biases(),
                spec.stop());
    }

    public static TrainingSpec withRate(TrainingSpec spec, double learningRate) {
        return new TrainingSpec(
                spec.epochs(),
                spec.batchSize(),
                learningRate,
                spec.schedule(),
                spec.optimizer(),
                spec.penalty(),
                spec.clipping(),
                spec.weights(),
                spec.biases(),
                spec.stop());
    }

    public static TrainingSpec withEpochs(TrainingSpec spec, int epochs) {
        return new TrainingSpec(
                epochs,
                spec.batchSize(),
                spec.learningRate(),
                spec.schedule(),
                spec.optimizer(),
                spec.penalty(),
                spec.clipping(),
                spec.weights(),
                spec.biases(),
                spec.stop());
    }

    public static TrainingSpec withStart(TrainingSpec spec, Initialiser weights, Initialiser biases) {
        return new TrainingSpec(
                spec.epochs(),
                spec.batchSize(),
                spec.learningRate(),
                spec.schedule(),
                spec.optimizer(),
                spec.penalty(),
                spec.clipping(),
                weights,
                biases,
                spec.stop());
    }

    public static TrainingSpec withStop(TrainingSpec spec, StopRules stop) {
        return new TrainingSpec(
                spec.epochs(),
                spec.batchSize(),
                spec.learningRate(),
                spec.schedule(),
                spec.optimizer(),
                spec.penalty(),
                spec.clipping(),
                spec.weights(),
                spec.biases(),
                stop);
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

    /** Lanes with rates and seeds of their own and all else alike. */
    public static List<LaneSpec> lanes(int count, TrainingSpec training) {
        return IntStream.range(0, count)
                .mapToObj(k -> lane(k, withRate(training, training.learningRate() * (1 + k % 7) + 0.0001 * k)))
                .toList();
    }

    /**
     * Lanes that end one after the other, in the middle of epochs and at their ends, so that ever fewer are left and are
     * moved together.
     */
    public static List<LaneSpec> endingLanes(int count, TrainingSpec training) {
        return lanes(count, training).stream()
                .map(lane -> {
                    int k = Integer.parseInt(lane.trialId().substring("trial-".length()));
                    StopRules stop = new StopRules(0, 0, 3L * k * k % 61 + 1, StopRules.DEFAULT_DIVERGENCE_FACTOR);
                    return new LaneSpec(lane.trialId(), withStop(lane.training(), stop), lane.seed());
                })
                .toList();
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

    /** Rows of four classes that can be learnt, of which a share is not zero; sparse below one half. */
    public static MemoryData data(int training, int validation, int test, double share, long seed) {
        return data(training, validation, test, share, seed, CLASSES);
    }

    /** The same for other numbers of classes, 0 for a value. */
    public static MemoryData data(int training, int validation, int test, double share, long seed, int classes) {
        return MemoryData.of(
                block(training, share, 3 * seed, classes),
                block(validation, share, 3 * seed + 1, classes),
                block(test, share, 3 * seed + 2, classes),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                1);
    }

    public static Block block(int rows, double share, long seed, int classes) {
        float[] values = new float[rows * FEATURES];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            double[] score = new double[Math.max(classes, 1)];
            for (int i = row * FEATURES; i < (row + 1) * FEATURES; i++) {
                boolean present = Randomness.uniform(seed, Purpose.DATA, 0, i) < share;
                values[i] = present ? (float) (2 * Randomness.gaussian(seed, Purpose.DATA, 1, i)) : 0f;
                score[i * 7 % score.length] += values[i];
            }
            targets[row] = classes == 0 ? (float) score[0] / 4 : largest(score);
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
