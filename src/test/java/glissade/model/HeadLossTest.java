package glissade.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.ScalarKernels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Losses and slopes of each head on outputs that are known: one feature, weight 1, bias 0, so that z is the feature. */
class HeadLossTest {
    private static final List<Kernels> KERNELS = List.of(new ScalarKernels(), Kernels.best());
    private static final float[] LOGITS = {
        0f, 1e-30f, 1e-8f, 0.5f, 1f, 3f, 17f, 40f, 88f, 89f, 104f, 1e4f, 1e30f, Float.MAX_VALUE
    };

    /** Sums over rows: losses and right answers as they are reported, and the slope along z as it is descended. */
    private record Sums(double loss, double accuracy, double slope) {}

    /** The same for every kernel and for one lane as for several; checked here. */
    private static Sums sums(Head head, float[] z, float[] targets) {
        ModelSpec.Type type = head == Head.BINARY ? ModelSpec.Type.LOGISTIC : ModelSpec.Type.LINEAR;
        Architecture architecture = Architecture.of(ModelSpec.of(type).withHead(head), 1, head == Head.BINARY ? 2 : 0);
        Block block = Block.dense(1, z, targets);
        int[] rows = new int[z.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        Sums first = null;
        for (Kernels kernels : KERNELS) {
            for (int lanes : new int[] {1, 3, 17}) {
                ParameterLayout layout = new ParameterLayout(architecture, lanes);
                float[] parameters = new float[layout.size()];
                for (int lane = 0; lane < lanes; lane++) {
                    layout.write(new float[] {1f, 0f}, lane, parameters);
                }
                LossSums losses = new LossSums(lanes);
                FullGradient gradient = new FullGradient(layout.size());
                Model.of(layout, kernels, rows.length).gradient(block, rows, rows.length, parameters, losses, gradient);
                for (int lane = 0; lane < lanes; lane++) {
                    float[] logical = new float[2];
                    layout.read(gradient.gradient(), lane, logical);
                    Sums sums = new Sums(losses.loss(lane), losses.accuracy(lane), logical[1]);
                    first = first == null ? sums : first;
                    assertEquals(first, sums, kernels.description() + ", lane " + lane + " of " + lanes);
                }
            }
        }
        return first;
    }

    /** {@code -[y log p + (1 - y) log(1 - p)]} in the form that no p rounds to 0 or 1: {@code log(1 + exp(-+z))}. */
    @Test
    void binaryCrossEntropyIsFiniteAndRightForAnyLogit() {
        for (float size : LOGITS) {
            for (float z : new float[] {size, -size}) {
                for (int y = 0; y <= 1; y++) {
                    double against = y == 1 ? -z : z;
                    double expected = Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
                    Sums sums = sums(Head.BINARY, new float[] {z}, new float[] {y});
                    String what = "z = " + z + ", y = " + y;
                    assertTrue(Double.isFinite(sums.loss), what);
                    assertEquals(expected, sums.loss, expected * 0x1p-21 + Float.MIN_VALUE, what);
                    double p = 1 / (1 + StrictMath.exp(-z));
                    assertEquals(p - y, sums.slope, y == 1 ? 0x1p-23 : p * 0x1p-21 + Float.MIN_VALUE, what);
                    assertEquals(z > 0 == (y == 1) ? 1 : 0, sums.accuracy, what);
                }
            }
        }
    }

    @Test
    void squaredErrorsAreReportedInFullAndDescendedInFullOrByHalf() {
        float[] z = {1.5f, -2f, 0f, 10f, 3f};
        float[] targets = {1f, 2f, 0.25f, 10f, -1f};
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < z.length; i++) {
            squares += ((double) z[i] - targets[i]) * ((double) z[i] - targets[i]);
            errors += (double) z[i] - targets[i];
        }
        Sums whole = sums(Head.MSE, z, targets);
        Sums half = sums(Head.HALF_MSE, z, targets);
        assertEquals(squares, whole.loss, 1e-5);
        assertEquals(squares, half.loss, 1e-5);
        assertEquals(2 * errors, whole.slope, 1e-5);
        assertEquals(errors, half.slope, 1e-5);
    }

    /** {@code 1 - h^2} keeps its precision even where h is next to 1. */
    @Test
    void tanhsSlopeIsOneMinusHSquared() {
        float[] h = {0f, 1e-20f, -0.3f, 0.5f, -0.999f, 0.99999f, Math.nextDown(1f), 1f, -1f};
        for (Kernels kernels : KERNELS) {
            float[] delta = new float[h.length];
            Arrays.fill(delta, 3f);
            kernels.tanhBackward(h, delta, h.length);
            for (int i = 0; i < h.length; i++) {
                double expected = 3 * (1 - (double) h[i] * h[i]);
                assertEquals(expected, delta[i], Math.abs(expected) * 0x1p-22, kernels.description() + ", h = " + h[i]);
            }
        }
    }
}
