package glissade.numeric.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.numeric.Elementary;
import glissade.numeric.FloatRange;
import glissade.numeric.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VectorElementaryTest {
    private static final float[] AWKWARD = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Math.nextDown(Float.MIN_NORMAL),
        Float.intBitsToFloat(0xffc12345)
    };

    /** A function of one float. */
    private interface FloatFunction {
        float at(float x);
    }

    /** The same function over arrays. */
    private interface ArrayFunction {
        void apply(float[] in, float[] out, int count);
    }

    private static void assertTwins(FloatFunction scalar, ArrayFunction vector) {
        assertTwins(FloatRange.everyExponent(), scalar, vector);
        assertTwins(FloatRange.evenly(2, 200_001), scalar, vector);
        assertTwins(FloatRange.evenly(110, 200_001), scalar, vector);
        assertTwins(mixedLanes(), scalar, vector);
    }

    private static void assertTwins(float[] in, FloatFunction scalar, ArrayFunction vector) {
        float[] out = new float[in.length];
        vector.apply(in, out, in.length);
        for (int i = 0; i < in.length; i++) {
            float x = in[i];
            assertEquals(Float.floatToIntBits(scalar.at(x)), Float.floatToIntBits(out[i]), () -> "at " + x);
        }
    }

    /** Ordinary and awkward floats side by side in one vector, in ever other lanes. */
    private static float[] mixedLanes() {
        float[] floats = new float[65_536];
        for (int i = 0; i < floats.length; i++) {
            long bits = Philox.firstWords(i, 0, 2);
            boolean awkward = bits >>> 62 == 0;
            floats[i] = awkward ? AWKWARD[i % AWKWARD.length] : (float) ((bits >> 11) * 0x1p-48);
        }
        return floats;
    }

    @Test
    void expTwinsAgreeBitForBit() {
        assertTwins(Elementary::exp, VectorElementary::exp);
    }

    @Test
    void logTwinsAgreeBitForBit() {
        assertTwins(Elementary::log, VectorElementary::log);
    }

    @Test
    void tanhTwinsAgreeBitForBit() {
        assertTwins(Elementary::tanh, VectorElementary::tanh);
    }

    @Test
    void sigmoidTwinsAgreeBitForBit() {
        assertTwins(Elementary::sigmoid, VectorElementary::sigmoid);
    }

    @Test
    void softplusTwinsAgreeBitForBit() {
        assertTwins(Elementary::softplus, VectorElementary::softplus);
    }

    @Test
    void anyCountIsFilledAndNothingBeyondIt() {
        float[] in = FloatRange.evenly(5, 3 * VectorElementary.lanes());
        for (int count = 0; count <= in.length; count++) {
            float[] expected = new float[in.length];
            Arrays.fill(expected, 7f);
            for (int i = 0; i < count; i++) {
                expected[i] = Elementary.exp(in[i]);
            }
            float[] out = new float[in.length];
            Arrays.fill(out, 7f);
            VectorElementary.exp(in, out, count);
            assertArrayEquals(expected, out);
        }
    }
}
