package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    private static final float INFINITY = Float.POSITIVE_INFINITY;
    private static final double BEYOND_FLOATS = 0x1p128;

    /** A function of one float. */
    private interface FloatFunction {
        float at(float x);
    }

    private static void assertWithin(double ulps, FloatFunction function, DoubleUnaryOperator reference) {
        assertWithin(ulps, FloatRange.everyExponent(), function, reference);
        assertWithin(ulps, FloatRange.evenly(2, 400_001), function, reference);
        assertWithin(ulps, FloatRange.evenly(110, 400_001), function, reference);
    }

    private static void assertWithin(
            double ulps, float[] inputs, FloatFunction function, DoubleUnaryOperator reference) {
        for (float x : inputs) {
            double expected = reference.applyAsDouble(x);
            float actual = function.at(x);
            if (Double.isNaN(expected)) {
                assertTrue(Float.isNaN(actual), () -> "at " + x + " expected NaN, got " + actual);
            } else {
                double distance = distance(expected, actual);
                assertTrue(distance <= ulps, () -> distance + " ulp at " + x + ": " + expected + ", got " + actual);
            }
        }
    }

    /** In units of the spacing of floats at the expected value; an infinity counts as 2^128, one step past the last float. */
    private static double distance(double expected, float actual) {
        double bounded = Math.max(-BEYOND_FLOATS, Math.min(BEYOND_FLOATS, expected));
        double reached = Float.isInfinite(actual) ? Math.copySign(BEYOND_FLOATS, actual) : actual;
        float rounded = (float) bounded;
        float spacing = Float.isInfinite(rounded) ? Math.ulp(Float.MAX_VALUE) : Math.ulp(rounded);
        return Math.abs(bounded - reached) / spacing;
    }

    private static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private static void assertSame(float expected, float actual) {
        assertEquals(
                Float.floatToIntBits(expected), Float.floatToIntBits(actual), () -> expected + " is not " + actual);
    }

    @Test
    void expIsWithinTwoUlpsAtEveryExponent() {
        assertWithin(2, Elementary::exp, StrictMath::exp);
    }

    @Test
    void logIsWithinTwoUlpsAtEveryExponent() {
        assertWithin(2, Elementary::log, StrictMath::log);
    }

    @Test
    void tanhIsWithinTwoUlpsAtEveryExponent() {
        assertWithin(2, Elementary::tanh, StrictMath::tanh);
    }

    @Test
    void sigmoidIsWithinTwoUlpsAtEveryExponent() {
        assertWithin(2, Elementary::sigmoid, ElementaryTest::sigmoid);
    }

    @Test
    void softplusIsWithinTwoUlpsAtEveryExponent() {
        assertWithin(2, Elementary::softplus, ElementaryTest::softplus);
    }

    @Test
    void bitsNeverDrift() {
        assertEquals(-551_588_587, hash(Elementary::exp));
        assertEquals(-310_867_107, hash(Elementary::log));
        assertEquals(-711_100_703, hash(Elementary::tanh));
        assertEquals(-1_448_827_779, hash(Elementary::sigmoid));
        assertEquals(-2_142_848_328, hash(Elementary::softplus));
    }

    private static int hash(FloatFunction function) {
        int hash = 1;
        for (float x : FloatRange.everyExponent()) {
            hash = 31 * hash + Float.floatToIntBits(function.at(x));
        }
        return hash;
    }

    @Test
    void expReachesItsLimits() {
        assertSame(INFINITY, Elementary.exp(INFINITY));
        assertSame(0f, Elementary.exp(-INFINITY));
        assertSame(1f, Elementary.exp(0f));
        assertSame(1f, Elementary.exp(-0f));
        assertSame(INFINITY, Elementary.exp(88.723f));
        assertTrue(Elementary.exp(88.722f) < INFINITY);
        assertSame(0f, Elementary.exp(-103.98f));
        assertSame(Float.MIN_VALUE, Elementary.exp(-103.97f));
        assertSame(Float.NaN, Elementary.exp(Float.NaN));
    }

    @Test
    void expGivesDenormalsRoundedOnce() {
        for (float x = -87.4f; x > -104f; x -= 0.0625f) {
            float nearest = (float) StrictMath.exp(x);
            assertEquals(nearest, Elementary.exp(x), 1.01 * Float.MIN_VALUE, "at " + x);
        }
        assertSame((float) StrictMath.exp(-100), Elementary.exp(-100f));
    }

    @Test
    void logReachesItsLimits() {
        assertSame(-INFINITY, Elementary.log(0f));
        assertSame(-INFINITY, Elementary.log(-0f));
        assertSame(INFINITY, Elementary.log(INFINITY));
        assertSame(0f, Elementary.log(1f));
        assertSame(Float.NaN, Elementary.log(-1f));
        assertSame(Float.NaN, Elementary.log(-Float.MIN_VALUE));
        assertSame(Float.NaN, Elementary.log(-INFINITY));
        assertSame(Float.NaN, Elementary.log(Float.NaN));
        assertSame((float) StrictMath.log(Float.MIN_VALUE), Elementary.log(Float.MIN_VALUE));
    }

    @Test
    void tanhReachesItsLimitsAndIsOdd() {
        assertSame(1f, Elementary.tanh(INFINITY));
        assertSame(-1f, Elementary.tanh(-INFINITY));
        assertSame(0f, Elementary.tanh(0f));
        assertSame(-0f, Elementary.tanh(-0f));
        assertSame(Float.MIN_VALUE, Elementary.tanh(Float.MIN_VALUE));
        assertSame(Float.NaN, Elementary.tanh(Float.NaN));
        for (float x : FloatRange.everyExponent()) {
            assertSame(-Elementary.tanh(x), Elementary.tanh(-x));
        }
    }

    @Test
    void sigmoidReachesItsLimits() {
        assertSame(1f, Elementary.sigmoid(INFINITY));
        assertSame(0f, Elementary.sigmoid(-INFINITY));
        assertSame(0.5f, Elementary.sigmoid(0f));
        assertSame(0.5f, Elementary.sigmoid(-0f));
        assertSame((float) StrictMath.exp(-100), Elementary.sigmoid(-100f));
        assertSame(Float.NaN, Elementary.sigmoid(Float.NaN));
    }

    @Test
    void softplusReachesItsLimits() {
        assertSame(INFINITY, Elementary.softplus(INFINITY));
        assertSame(0f, Elementary.softplus(-INFINITY));
        assertSame(Float.MAX_VALUE, Elementary.softplus(Float.MAX_VALUE));
        assertSame(50f, Elementary.softplus(50f));
        assertSame(Elementary.exp(-100f), Elementary.softplus(-100f));
        assertSame(0.6931472f, Elementary.softplus(0f));
        assertSame(Float.NaN, Elementary.softplus(Float.NaN));
    }
}
