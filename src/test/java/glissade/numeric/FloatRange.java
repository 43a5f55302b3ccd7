package glissade.numeric;

import java.util.Arrays;

/** Floats that cover the whole range: many fractions of every exponent, both signs, and the awkward ones. */
public final class FloatRange {
    private static final int[] FRACTIONS = {
        0, 1, 2, 3, 0x2aaaaa, 0x2aaaab, 0x3504f3, 0x3504f4, 0x3fffff, 0x400000, 0x400001, 0x7ffffd, 0x7ffffe, 0x7fffff
    };
    private static final int SPREAD = 500;
    private static final int EXPONENTS = 256;

    private FloatRange() {}

    /** Each of the 256 exponents (0 is zero and the denormals, 255 infinity and NaN) with 514 fractions and both signs. */
    public static float[] everyExponent() {
        int[] fractions = Arrays.copyOf(FRACTIONS, FRACTIONS.length + SPREAD);
        for (int i = 0; i < SPREAD; i++) {
            fractions[FRACTIONS.length + i] = (int) Philox.firstWords(i, 0, 1) & 0x7fffff;
        }
        float[] floats = new float[2 * EXPONENTS * fractions.length];
        int next = 0;
        for (int exponent = 0; exponent < EXPONENTS; exponent++) {
            for (int fraction : fractions) {
                float magnitude = Float.intBitsToFloat(exponent << 23 | fraction);
                floats[next++] = magnitude;
                floats[next++] = -magnitude;
            }
        }
        return floats;
    }

    /** Evenly spaced floats over [-limit, limit], where the functions bend. */
    public static float[] evenly(float limit, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) (limit * (2.0 * i / (count - 1) - 1));
        }
        return floats;
    }
}
