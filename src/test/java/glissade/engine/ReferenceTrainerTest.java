package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.DoubleNetwork;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradient descent written anew in plain double gives the same curves and parameters over 200 steps. With relu that needs
 * luck: where a pre-activation is so near 0 that float and double see different signs, the two part. Here none is.
 */
class ReferenceTrainerTest {
    private static final int EPOCHS = 20;
    private static final int BATCH = 31;
    private static final double TOLERANCE = 1e-5;

    /** Ten steps an epoch, the last of 21 rows. */
    private static final MemoryData DATA = Trials.data(300, 70, 50, 0.9, 5);

    private static List<ModelSpec> models() {
        return List.of(Trials.softmax(), Trials.mlp(Activation.TANH, 8), Trials.mlp(Activation.RELU, 8));
    }

    @ParameterizedTest
    @MethodSource("models")
    void twoHundredStepsAgreeWithPlainDouble(ModelSpec model) {
        for (int shards : new int[] {1, 4}) {
            List<LaneSpec> lanes = Trials.lanes(3, EPOCHS, BatchSize.of(BATCH));
            List<LaneResult> results = Trials.train(Trials.cohort(model, lanes), DATA.withShards(shards));
            for (int lane = 0; lane < lanes.size(); lane++) {
                Reference reference = new Reference(model, lanes.get(lane), shards);
                reference.assertAgrees(results.get(lane));
            }
        }
    }

    /** One trial's descent in double. */
    private static final class Reference {
        private final LaneSpec lane;
        private final List<Block> shards;
        private final DoubleNetwork network;
        private final BatchOrder order;
        private double lossOfEpoch;
        private int rightOfEpoch;

        Reference(ModelSpec model, LaneSpec lane, int shards) {
            this.lane = lane;
            this.shards = IntStream.range(0, shards)
                    .mapToObj(shard -> DATA.withShards(shards).load(shard).rows(Split.TRAIN))
                    .toList();
            Architecture architecture = Architecture.of(model, Trials.FEATURES, Trials.CLASSES);
            this.network = new DoubleNetwork(architecture);
            this.order = new BatchOrder(
                    Trials.cohort(model, List.of(lane)).orderSeed(),
                    DATA.summary().trainingRows(),
                    shards,
                    BATCH);
            initialise(architecture);
        }

        private void initialise(Architecture architecture) {
            TrainingSpec training = lane.training();
            List<Double> values = new ArrayList<>();
            for (int layer = 0; layer < architecture.layers(); layer++) {
                int inputs = architecture.inputs(layer);
                int outputs = architecture.outputs(layer);
                for (int input = 0; input < inputs; input++) {
                    for (int unit = 0; unit < outputs; unit++) {
                        values.add((double) training.weights().value(lane.seed(), layer, input, unit, inputs, outputs));
                    }
                }
                for (int unit = 0; unit < outputs; unit++) {
                    values.add((double) training.biases().value(lane.seed(), layer, -1, unit, inputs, outputs));
                }
            }
            for (int i = 0; i < values.size(); i++) {
                network.parameters()[i] = values.get(i);
            }
        }

        void assertAgrees(LaneResult result) {
            assertEquals(EPOCHS, result.curve().size());
            for (CurvePoint point : result.curve()) {
                epoch(point.epoch() - 1);
                long rows = DATA.summary().trainingRows();
                assertEquals(lossOfEpoch / rows, point.trainLoss(), TOLERANCE);
                assertEquals((double) rightOfEpoch / rows, point.trainAccuracy(), 1.0 / rows);
                assertEquals(meanLoss(Split.VALIDATION), point.validationLoss(), TOLERANCE);
                assertEquals(accuracy(Split.VALIDATION), point.validationAccuracy(), 1.0 / 70);
            }
            assertEquals(200, result.last().steps());
            assertEquals(meanLoss(Split.TEST), result.last().testLoss(), TOLERANCE);
            assertEquals(accuracy(Split.TEST), result.last().testAccuracy(), 1.0 / 50);
            for (int i = 0; i < result.lastParameters().length; i++) {
                assertEquals(network.parameters()[i], result.lastParameters()[i], TOLERANCE, "parameter " + i);
            }
        }

        private void epoch(int epoch) {
            lossOfEpoch = 0;
            rightOfEpoch = 0;
            for (long step = 0; step < order.steps(); step++) {
                step(epoch, step);
            }
        }

        private void step(int epoch, long step) {
            double[] gradient = new double[network.parameters().length];
            int rows = 0;
            for (int shard = 0; shard < shards.size(); shard++) {
                int[] ofShard = new int[BATCH];
                int count = order.rows(epoch, step, shard, ofShard);
                for (int i = 0; i < count; i++) {
                    Block block = shards.get(shard);
                    double[] x = row(block, ofShard[i]);
                    double target = block.targets()[ofShard[i]];
                    lossOfEpoch += network.loss(x, target);
                    rightOfEpoch += network.isRight(x, target) ? 1 : 0;
                    network.addGradient(x, target, gradient);
                }
                rows += count;
            }
            for (int i = 0; i < gradient.length; i++) {
                network.parameters()[i] -= lane.training().learningRate() * gradient[i] / rows;
            }
        }

        private static double[] row(Block block, int row) {
            double[] x = new double[Trials.FEATURES];
            for (int i = 0; i < x.length; i++) {
                x[i] = block.values()[row * Trials.FEATURES + i];
            }
            return x;
        }

        private double meanLoss(Split split) {
            Block block = DATA.load(0).rows(split);
            double loss = 0;
            for (int row = 0; row < block.rows(); row++) {
                loss += network.loss(row(block, row), block.targets()[row]);
            }
            return loss / block.rows();
        }

        private double accuracy(Split split) {
            Block block = DATA.load(0).rows(split);
            double right = 0;
            for (int row = 0; row < block.rows(); row++) {
                right += network.isRight(row(block, row), block.targets()[row]) ? 1 : 0;
            }
            return right / block.rows();
        }
    }
}
