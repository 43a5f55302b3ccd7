package glissade.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Trials;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every weight's and bias's gradient is the slope of the loss, by central differences in double. */
class GradientCheckTest {
    private static final int ROWS = 30;
    private static final int LANES = 3;
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-5;
    private static final double KINK_MARGIN = 1e-2;

    private static List<ModelSpec> models() {
        return Trials.models();
    }

    private static float[] parameters(Architecture architecture, long seed) {
        float[] parameters = new float[architecture.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (0.4 * Randomness.gaussian(seed, Purpose.INITIALISATION, 0, i));
        }
        return parameters;
    }

    private static double[] row(Block dense, int row) {
        double[] x = new double[dense.width()];
        for (int i = 0; i < x.length; i++) {
            x[i] = dense.values()[row * dense.width() + i];
        }
        return x;
    }

    private static double loss(DoubleNetwork network, double[][] inputs, int[] labels) {
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += network.loss(inputs[i], labels[i]);
        }
        return loss;
    }

    /** The slope of the loss along every parameter. */
    private static double[] slopes(DoubleNetwork network, Block dense, int[] rows) {
        double[][] inputs = Arrays.stream(rows).mapToObj(row -> row(dense, row)).toArray(double[][]::new);
        int[] labels =
                Arrays.stream(rows).map(row -> (int) dense.targets()[row]).toArray();
        double[] parameters = network.parameters();
        double[] slopes = new double[parameters.length];
        for (int i = 0; i < slopes.length; i++) {
            double value = parameters[i];
            parameters[i] = value + STEP;
            double above = loss(network, inputs, labels);
            parameters[i] = value - STEP;
            double below = loss(network, inputs, labels);
            parameters[i] = value;
            slopes[i] = (above - below) / (2 * STEP);
        }
        return slopes;
    }

    /** Lanes together, each with its own parameters, in one pass over the rows. */
    private static float[][] gradients(Architecture architecture, float[][] lanes, Block block, int[] rows) {
        ParameterLayout layout = new ParameterLayout(architecture, lanes.length);
        float[] parameters = new float[layout.size()];
        for (int lane = 0; lane < lanes.length; lane++) {
            layout.write(lanes[lane], lane, parameters);
        }
        FullGradient gradient = new FullGradient(layout.size());
        new Network(layout, Kernels.best(), rows.length)
                .gradient(block, rows, rows.length, parameters, new LossSums(lanes.length), gradient);
        float[][] logical = new float[lanes.length][architecture.parameters()];
        for (int lane = 0; lane < lanes.length; lane++) {
            layout.read(gradient.gradient(), lane, logical[lane]);
        }
        return logical;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyParametersGradientIsTheSlopeOfTheLoss(ModelSpec model) {
        Architecture architecture = Architecture.of(model, Trials.FEATURES, Trials.CLASSES);
        for (long seed = 1; seed <= 3; seed++) {
            Block dense = Trials.block(ROWS, 0.4, seed);
            DoubleNetwork network = new DoubleNetwork(architecture);
            float[][] lanes = new float[LANES][];
            for (int lane = 0; lane < LANES; lane++) {
                lanes[lane] = parameters(architecture, 10 * seed + lane);
            }
            int[] rows = rowsAwayFromKinks(network, lanes, dense, model.activation());
            float[][] fused = gradients(architecture, lanes, dense, rows);
            float[][] sparse = gradients(architecture, lanes, dense.toSparse(), rows);
            for (int lane = 0; lane < LANES; lane++) {
                float[] alone = gradients(architecture, new float[][] {lanes[lane]}, dense, rows)[0];
                network.set(lanes[lane]);
                double[] slopes = slopes(network, dense, rows);
                for (int i = 0; i < alone.length; i++) {
                    String what = model + ", parameter " + i;
                    assertEquals(slopes[i], fused[lane][i], TOLERANCE * (1 + Math.abs(slopes[i])), what);
                    assertEquals(fused[lane][i], sparse[lane][i], what);
                    assertEquals(fused[lane][i], alone[i], what);
                }
            }
        }
    }

    private static int[] rowsAwayFromKinks(DoubleNetwork network, float[][] lanes, Block dense, Activation activation) {
        int[] rows = IntStream.range(0, dense.rows())
                .filter(row -> activation != Activation.RELU || isAwayFromKinks(network, lanes, row(dense, row)))
                .toArray();
        assertTrue(rows.length >= 8, "too few rows left: " + rows.length);
        return rows;
    }

    private static boolean isAwayFromKinks(DoubleNetwork network, float[][] lanes, double[] x) {
        for (float[] lane : lanes) {
            network.set(lane);
            if (network.distanceToKink(x) < KINK_MARGIN) {
                return false;
            }
        }
        return true;
    }
}
