package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.function.BiConsumer;

/** Runs the scalar and the vector twin of a kernel on equal operands and compares what they write. */
final class Twins {
    /** Lengths about the widths of vectors and of the products' tiles. */
    static final int[] EDGES = {0, 1, 2, 3, 5, 7, 8, 13, 15, 16, 17, 31, 32, 33, 64, 65, 97, 128, 130, 160};

    static final Kernels SCALAR = new ScalarKernels();
    static final Kernels VECTOR = Kernels.best();

    private static final float[] ODD = {
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

    static {
        assertNotEquals(SCALAR.description(), VECTOR.description(), "the tests' JVM has no vector module");
    }

    private Twins() {}

    /** Random floats with denormals, infinities, NaN, both zeros and huge values mixed in when {@code wild}. */
    static float[] numbers(int count, long seed, boolean wild) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            double uniform = Randomness.uniform(seed, Randomness.Purpose.DATA, 0, i);
            boolean strange = wild && Randomness.uniform(seed, Randomness.Purpose.DATA, 1, i) < 0.1;
            numbers[i] = strange ? ODD[(int) (uniform * ODD.length)] : (float) (4 * uniform - 2);
        }
        return numbers;
    }

    static int[] rows(int count, int of, long seed) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) Randomness.below(of, seed, Randomness.Purpose.DATA, 2, i);
        }
        return rows;
    }

    /** Runs both twins on copies of the same output and compares them bit for bit, all NaN alike. */
    static void same(float[] out, BiConsumer<Kernels, float[]> work, String shape) {
        float[] scalar = out.clone();
        float[] vector = out.clone();
        work.accept(SCALAR, scalar);
        work.accept(VECTOR, vector);
        assertArrayEquals(bits(scalar), bits(vector), shape);
    }

    static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(values[i]));
        return bits;
    }
}
