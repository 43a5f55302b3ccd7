package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever the shape and whatever the numbers, the vector twin gives the scalar twin's bits. */
class KernelTwinsTest {
    private static final int[] EDGES = {0, 1, 2, 3, 5, 7, 8, 13, 15, 16, 17, 31, 32, 33, 64, 65, 97, 128, 130, 160};
    private static final Kernels SCALAR = new ScalarKernels();
    private static final Kernels VECTOR = Kernels.best();

    @BeforeAll
    static void bothTwinsAreThere() {
        assertNotEquals(SCALAR.description(), VECTOR.description(), "the tests' JVM has no vector module");
    }

    /** Random floats with denormals, infinities, NaN, both zeros and huge values mixed in when {@code wild}. */
    private static float[] numbers(int count, long seed, boolean wild) {
        float[] numbers = new float[count];
        float[] odd = {
            0f,
            -0f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MIN_NORMAL * 0.37f,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            1e-38f,
            -1e-30f,
            88.7f,
            -103.9f
        };
        for (int i = 0; i < count; i++) {
            double uniform = Randomness.uniform(seed, Randomness.Purpose.DATA, 0, i);
            boolean strange = wild && Randomness.uniform(seed, Randomness.Purpose.DATA, 1, i) < 0.1;
            numbers[i] = strange ? odd[(int) (uniform * odd.length)] : (float) (4 * uniform - 2);
        }
        return numbers;
    }

    private static int[] rows(int count, int of, long seed) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) Randomness.below(of, seed, Randomness.Purpose.DATA, 2, i);
        }
        return rows;
    }

    private static Block sparse(int rows, int width, long seed, boolean wild) {
        float[] values = numbers(rows * width, seed, wild);
        for (int i = 0; i < values.length; i++) {
            values[i] = Randomness.uniform(seed, Randomness.Purpose.NOISE, 0, i) < 0.6 ? 0f : values[i];
        }
        return Block.dense(width, values, new float[rows]).toSparse();
    }

    /** Runs both twins on copies of the same output and compares them bit for bit, all NaN alike. */
    private static void same(float[] out, BiConsumer<Kernels, float[]> work, String shape) {
        float[] scalar = out.clone();
        float[] vector = out.clone();
        work.accept(SCALAR, scalar);
        work.accept(VECTOR, vector);
        assertArrayEquals(bits(scalar), bits(vector), shape);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
        return bits;
    }

    @Test
    void sparseProductsAgree() {
        for (int stride : EDGES) {
            for (int count : new int[] {0, 1, 3, 4, 9}) {
                boolean wild = (stride + count) % 2 == 1;
                Block block = sparse(12, 11, stride, wild);
                int[] rows = rows(count, 12, stride);
                float[] parameters = numbers(3 + 12 * stride, 7, wild);
                String shape = "stride " + stride + ", rows " + count;
                same(
                        new float[count * stride],
                        (k, out) -> k.sparseForward(
                                block.values(),
                                block.columns(),
                                block.starts(),
                                rows,
                                count,
                                parameters,
                                3,
                                3 + 11 * stride,
                                stride,
                                out),
                        shape);
                FeatureEntries entries = new FeatureEntries(11);
                entries.gather(block, rows, count);
                float[] delta = numbers(count * stride, 9, wild);
                for (boolean resume : new boolean[] {false, true}) {
                    same(
                            numbers(5 + 11 * stride, 10, wild),
                            (k, out) -> k.sparseGradient(
                                    entries,
                                    entries.features(),
                                    0,
                                    entries.featureCount(),
                                    delta,
                                    stride,
                                    out,
                                    5,
                                    !resume,
                                    resume),
                            shape);
                }
            }
        }
    }

    @Test
    void denseProductsAgree() {
        for (int stride : EDGES) {
            for (int count : new int[] {0, 1, 3, 4, 5, 9}) {
                boolean wild = (stride + count) % 2 == 1;
                int width = 9;
                float[] values = numbers(12 * width, stride, wild);
                int[] rows = count % 2 == 0 ? null : rows(count, 12, stride);
                float[] parameters = numbers(2 + (width + 1) * stride, 7, wild);
                float[] delta = numbers(count * stride, 9, wild);
                String shape = "stride " + stride + ", rows " + count;
                for (boolean flag : new boolean[] {false, true}) {
                    same(
                            new float[count * stride],
                            (k, out) -> k.denseForward(
                                    values,
                                    width,
                                    width,
                                    rows,
                                    count,
                                    parameters,
                                    2,
                                    flag ? -1 : 2 + width * stride,
                                    stride,
                                    out),
                            shape);
                    same(
                            numbers(1 + 6 * stride, 11, wild),
                            (k, out) -> k.denseGradient(values, width, rows, count, 2, 8, delta, stride, out, 1, flag),
                            shape);
                    same(
                            numbers(1 + stride, 12, wild),
                            (k, out) -> k.biasGradient(delta, count, stride, out, 1, flag),
                            shape);
                }
            }
        }
    }

    @Test
    void laneProductsAgree() {
        for (int width : new int[] {1, 2, 7, 8, 16, 17, 32, 48}) {
            for (int units : new int[] {1, 2, 3, 4, 5, 10}) {
                int count = 1 + units % 4;
                int inner = 6;
                int stride = units * width;
                boolean wild = units % 2 == 1;
                float[] input = numbers(count * inner * width, 1, wild);
                float[] parameters = numbers((inner + 1) * stride, 2, wild);
                float[] delta = numbers(count * stride, 3, wild);
                String shape = "width " + width + ", units " + units;
                same(
                        new float[count * stride],
                        (k, out) -> k.laneForward(
                                input,
                                inner * width,
                                inner,
                                count,
                                parameters,
                                0,
                                inner * stride,
                                stride,
                                units,
                                width,
                                out),
                        shape);
                same(
                        new float[count * inner * width],
                        (k, out) -> k.laneBackward(
                                delta, stride, units, count, parameters, 0, inner, inner * width, width, out),
                        shape);
                for (boolean resume : new boolean[] {false, true}) {
                    same(
                            numbers(inner * stride, 4, wild),
                            (k, out) -> k.laneGradient(
                                    input,
                                    inner * width,
                                    1,
                                    5,
                                    count,
                                    delta,
                                    stride,
                                    units,
                                    width,
                                    out,
                                    stride,
                                    resume),
                            shape);
                }
            }
        }
    }

    @Test
    void softmaxAgrees() {
        for (int width : new int[] {1, 2, 7, 16, 17, 32}) {
            for (int units : new int[] {2, 3, 10, 16, 17, 37}) {
                for (boolean wild : new boolean[] {false, true}) {
                    int count = 5;
                    int stride = units * width + (width == 1 ? 3 : 0);
                    int[] labels = rows(count, units, width);
                    float[] z = numbers(count * stride, 5 + units, wild);
                    String shape = "width " + width + ", units " + units;
                    float[] scratch = new float[count * width];
                    same(
                            z,
                            (k, out) -> k.softmax(out, stride, units, width, labels, count, scratch, scratch.clone()),
                            shape);
                    same(
                            new float[count * width],
                            (k, out) -> k.softmax(z.clone(), stride, units, width, labels, count, out, scratch.clone()),
                            shape);
                    same(
                            new float[count * width],
                            (k, out) -> k.softmax(z.clone(), stride, units, width, labels, count, scratch.clone(), out),
                            shape);
                }
            }
        }
    }

    @Test
    void elementwiseLoopsAgree() {
        for (int count : EDGES) {
            float[] x = numbers(count + 3, count, true);
            float[] h = numbers(count + 3, count + 1, true);
            String shape = "count " + count;
            same(x, (k, out) -> k.tanh(out, count), shape);
            same(x, (k, out) -> k.relu(out, count), shape);
            same(x, (k, out) -> k.sigmoid(out, count), shape);
            same(x, (k, out) -> k.tanhBackward(h, out, count), shape);
            same(x, (k, out) -> k.reluBackward(h, out, count), shape);
            same(x, (k, out) -> k.sigmoidBackward(h, out, count), shape);
            same(x, (k, out) -> k.scale(out, 3, 1f / 3, count), shape);
            same(x, (k, out) -> k.descend(out, 3, h, x.clone(), 2, count), shape);
        }
    }

    @Test
    void aChainMayBeBrokenAndResumed() {
        int stride = 32;
        float[] delta = numbers(10 * stride, 1, false);
        float[] whole = new float[stride];
        float[] parts = new float[stride];
        VECTOR.biasGradient(delta, 10, stride, whole, 0, false);
        VECTOR.biasGradient(delta, 4, stride, parts, 0, false);
        VECTOR.biasGradient(Arrays.copyOfRange(delta, 4 * stride, 10 * stride), 6, stride, parts, 0, true);
        assertArrayEquals(bits(whole), bits(parts));
    }
}
