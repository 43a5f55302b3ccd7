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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every weight's and bias's gradient is the slope of the loss, by central differences in double. */
class GradientCheckTest {
    private static final int ROWS = 30;
    private static final int LANES = 3;
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-5;
    private static final double KINK_MARGIN = 1e-2;

    private static List<ModelSpec> models() {
        return Stream.concat(Trials.models().stream(), Trials.otherHeads().stream())
                .toList();
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

    private static double loss(DoubleNetwork network, double[][] inputs, double[] targets) {
        double loss = 0;
        for (int i = 0; i < targets.length; i++) {
            loss += network.loss(inputs[i], targets[i]);
        }
        return loss;
    }

    /** The slope of the loss, or of a share of it, along every parameter. */
    private static double[] slopes(DoubleNetwork network, Block dense, int[] rows, double share) {
        double[][] inputs = Arrays.stream(rows).mapToObj(row -> row(dense, row)).toArray(double[][]::new);
        double[] targets =
                Arrays.stream(rows).mapToDouble(row -> dense.targets()[row]).toArray();
        double[] parameters = network.parameters();
        double[] slopes = new double[parameters.length];
        for (int i = 0; i < slopes.length; i++) {
            double value = parameters[i];
            parameters[i] = value + STEP;
            double above = loss(network, inputs, targets);
            parameters[i] = value - STEP;
            double below = loss(network, inputs, targets);
            parameters[i] = value;
            slopes[i] = share * (above - below) / (2 * STEP);
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
        Model.of(layout, Kernels.best(), rows.length)
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
        Architecture architecture = Architecture.of(model, Trials.FEATURES, Trials.classes(model));
        double share = model.head() == Head.HALF_MSE ? 0.5 : 1;
        for (long seed = 1; seed <= 3; seed++) {
            Block dense = Trials.block(ROWS, 0.4, seed, Trials.classes(model));
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
                double[] slopes = slopes(network, dense, rows, share);
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

    @ParameterizedTest
    @EnumSource(Surface.class)
    void everySurfacesSlopeIsThatOfItsHeight(Surface surface) {
        for (double x = -2; x <= 2; x += 0.25) {
            for (double y = -2; y <= 2; y += 0.25) {
                double slopeX = (surface.value(x + STEP, y) - surface.value(x - STEP, y)) / (2 * STEP);
                double slopeY = (surface.value(x, y + STEP) - surface.value(x, y - STEP)) / (2 * STEP);
                assertEquals(slopeX, surface.slopeX(x, y), 1e-6 * (1 + Math.abs(slopeX)), surface + " x");
                assertEquals(slopeY, surface.slopeY(x, y), 1e-6 * (1 + Math.abs(slopeY)), surface + " y");
            }
        }
    }

    /** Three lanes in three places; a row's push adds noise times itself to the slope. */
    @ParameterizedTest
    @EnumSource(Surface.class)
    void aLandscapesGradientIsTheSlopePlusItsNoise(Surface surface) {
        Block rows = Block.dense(2, new float[] {0.5f, 0f, -1.25f, 2f}, new float[2]);
        Architecture architecture = Architecture.of(ModelSpec.surface(surface, 0.3), 2, 0);
        float[][] places = {{0.5f, -1.5f}, {-1.25f, 0.75f}, {2f, 1f}};
        for (Block block : List.of(rows, rows.toSparse())) {
            float[][] gradients = gradients(architecture, places, block, new int[] {0, 1});
            for (int lane = 0; lane < places.length; lane++) {
                double x = places[lane][0];
                double y = places[lane][1];
                assertEquals(2 * surface.slopeX(x, y) + 0.3 * (0.5 - 1.25), gradients[lane][0], 1e-3);
                assertEquals(2 * surface.slopeY(x, y) + 0.3 * 2, gradients[lane][1], 1e-3);
            }
        }
    }
}
