package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.DoubleNetwork;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Momentum;
import glissade.optim.Penalty;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded of layers is the gradient of the epoch's last batch, as plain double computes it, and nothing else. */
class LayerNormsTest {
    private static final int EPOCHS = 3;
    private static final int BATCH = 31;
    private static final int STEPS = 10;
    private static final MemoryData DATA = Trials.data(300, 70, 50, 0.4, 5);

    private static List<ModelSpec> models() {
        return List.of(
                Trials.softmax(),
                Trials.mlp(Activation.TANH, 8, 5, 6),
                Trials.mlp(Activation.SIGMOID, 7).withoutBias());
    }

    /** With momentum, penalty and clipping, none of which the recorded gradient knows. */
    private static TrainingSpec training() {
        return Trials.with(
                Trials.training(EPOCHS, BatchSize.of(BATCH), 0.05),
                Momentum.KIND.recipe(),
                new Penalty(0.5, Penalty.Form.PLAIN),
                new Clipping(Clipping.Kind.NORM, 0.3));
    }

    private static CohortSpec recording(ModelSpec model, List<LaneSpec> lanes) {
        CohortSpec plain = Trials.cohort(model, lanes);
        return new CohortSpec(
                0, model, plain.orderSeed(), plain.selection(), new Evaluation(false, false, true), lanes);
    }

    @ParameterizedTest
    @MethodSource("models")
    void normsAreThoseOfTheLastBatchInPlainDouble(ModelSpec model) {
        List<LaneSpec> lanes = Trials.lanes(3, training());
        for (int shards : new int[] {1, 4}) {
            MemoryData data = DATA.withShards(shards);
            List<LaneResult> results = Trials.train(recording(model, lanes), data);
            for (int lane = 0; lane < lanes.size(); lane++) {
                List<LayerPoint> points = results.get(lane).layers();
                Architecture architecture = Architecture.of(model, Trials.FEATURES, Trials.CLASSES);
                assertEquals(EPOCHS * architecture.layers(), points.size());
                for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                    float[] before = beforeLastStep(model, lanes.get(lane), epoch, data);
                    double[] gradient = gradient(architecture, before, epoch, data);
                    int first = (epoch - 1) * architecture.layers();
                    assertNorms(architecture, epoch, before, gradient, points.subList(first, points.size()));
                }
            }
        }
    }

    /** The parameters that an epoch's last step met: those of the same trial, stopped one step earlier. */
    private static float[] beforeLastStep(ModelSpec model, LaneSpec lane, int epoch, MemoryData data) {
        StopRules oneEarlier = new StopRules(0, 0, (long) epoch * STEPS - 1, StopRules.DEFAULT_DIVERGENCE_FACTOR);
        TrainingSpec stopped = Trials.withStop(lane.training(), oneEarlier);
        LaneSpec sameLane = new LaneSpec(lane.trialId(), stopped, lane.seed());
        return Trials.train(Trials.cohort(model, List.of(sameLane)), data)
                .get(0)
                .lastParameters();
    }

    private static double[] gradient(Architecture architecture, float[] parameters, int epoch, MemoryData data) {
        DoubleNetwork network = new DoubleNetwork(architecture);
        network.set(parameters);
        double[] gradient = new double[parameters.length];
        long seed =
                Trials.cohort(architecture.model(), Trials.lanes(1, training())).orderSeed();
        BatchOrder order = new BatchOrder(seed, data.summary().trainingRows(), data.shards(), BATCH);
        int[] rows = new int[BATCH];
        int total = 0;
        for (int shard = 0; shard < data.shards(); shard++) {
            Block block = data.load(shard).rows(Split.TRAIN).toDense();
            int count = order.rows(epoch - 1, STEPS - 1, shard, rows);
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                double[] x = IntStream.range(0, Trials.FEATURES)
                        .mapToDouble(feature -> block.values()[row * Trials.FEATURES + feature])
                        .toArray();
                network.addGradient(x, block.targets()[row], gradient);
            }
            total += count;
        }
        assertEquals(300 - (STEPS - 1) * BATCH, total, "the last batch is short");
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= total;
        }
        return gradient;
    }

    private static void assertNorms(
            Architecture architecture, int epoch, float[] parameters, double[] gradient, List<LayerPoint> points) {
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            double ofGradient = 0;
            double ofWeights = 0;
            int weights = architecture.inputs(layer) * architecture.outputs(layer);
            for (int i = next; i < next + weights; i++) {
                ofGradient += gradient[i] * gradient[i];
                ofWeights += (double) parameters[i] * parameters[i];
            }
            next += architecture.rows(layer) * architecture.outputs(layer);
            LayerPoint point = points.get(layer);
            assertEquals(epoch, point.epoch());
            assertEquals(layer, point.layer());
            assertEquals(Math.sqrt(ofGradient), point.gradientNorm(), 1e-5 * Math.sqrt(ofGradient));
            assertEquals(Math.sqrt(ofWeights), point.weightNorm(), 1e-12 * Math.sqrt(ofWeights));
        }
    }

    @Test
    void recordingChangesNothingElse() {
        for (ModelSpec model : models()) {
            List<LaneSpec> lanes = Trials.lanes(3, training());
            List<LaneResult> recorded = Trials.train(recording(model, lanes), DATA);
            List<LaneResult> plain = Trials.train(Trials.cohort(model, lanes), DATA);
            for (int lane = 0; lane < lanes.size(); lane++) {
                assertTrue(plain.get(lane).layers().isEmpty());
                Bits.assertSameButLayers(plain.get(lane), recorded.get(lane), "recorded");
            }
        }
    }

    /** An epoch cut short by a step limit has no last batch. */
    @Test
    void anEpochThatIsNotFinishedHasNoNorms() {
        StopRules stop = new StopRules(0, 0, STEPS + 3, StopRules.DEFAULT_DIVERGENCE_FACTOR);
        LaneSpec lane = Trials.lane(0, Trials.withStop(training(), stop));
        LaneResult result =
                Trials.train(recording(Trials.softmax(), List.of(lane)), DATA).get(0);
        assertEquals(2, result.curve().size());
        assertEquals(List.of(1), result.layers().stream().map(LayerPoint::epoch).toList());
    }
}
