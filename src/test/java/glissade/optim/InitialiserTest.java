package glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.optim.Initialiser.Kind;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitialiserTest {
    private static final int FAN_IN = 300;
    private static final int FAN_OUT = 200;
    private static final int COUNT = FAN_IN * FAN_OUT;

    /** A normal initialiser and the variance it promises in a layer of 300 inputs and 200 units. */
    private record Normal(Initialiser initialiser, double variance) {}

    /** Glorot and Bengio 2010; He et al. 2015; LeCun et al. 1998. */
    private static List<Normal> normals() {
        return List.of(
                new Normal(new Initialiser(Kind.NORMAL, 0.01, 0), 1e-4),
                new Normal(new Initialiser(Kind.NORMAL, 1, 0), 1),
                new Normal(new Initialiser(Kind.XAVIER, 0, 0), 2.0 / (FAN_IN + FAN_OUT)),
                new Normal(new Initialiser(Kind.HE, 0, 0), 2.0 / FAN_IN),
                new Normal(new Initialiser(Kind.LECUN, 0, 0), 1.0 / FAN_IN));
    }

    /** Every weight of a layer. */
    private static double[] layer(Initialiser initialiser, long seed) {
        return IntStream.range(0, COUNT)
                .mapToDouble(i -> initialiser.value(seed, 3, i / FAN_OUT, i % FAN_OUT, FAN_IN, FAN_OUT))
                .toArray();
    }

    /** The mean of some power of the values. */
    private static double moment(double[] values, int power) {
        return DoubleStream.of(values).map(x -> StrictMath.pow(x, power)).sum() / values.length;
    }

    /** Bounds of four standard errors. */
    @ParameterizedTest
    @MethodSource("normals")
    void normalsHaveTheMomentsOfANormal(Normal normal) {
        double variance = normal.variance();
        for (long seed = 1; seed <= 3; seed++) {
            double[] values = layer(normal.initialiser(), seed);
            assertEquals(0, moment(values, 1), 4 * Math.sqrt(variance / COUNT));
            assertEquals(variance, moment(values, 2), 4 * variance * Math.sqrt(2.0 / COUNT));
            assertEquals(0, moment(values, 3), 4 * variance * Math.sqrt(15 * variance / COUNT));
            assertEquals(3 * variance * variance, moment(values, 4), 4 * variance * variance * Math.sqrt(96.0 / COUNT));
        }
    }

    @ParameterizedTest
    @MethodSource("normals")
    void normalsAreWithinTheReachOfTheGaussian(Normal normal) {
        double largest = DoubleStream.of(layer(normal.initialiser(), 1))
                .map(Math::abs)
                .max()
                .orElseThrow();
        double deviation = Math.sqrt(normal.variance());
        assertTrue(largest > 3.5 * deviation && largest < 8.3 * deviation, largest / deviation + " deviations");
    }

    @Test
    void uniformFillsItsInterval() {
        double[] values = layer(new Initialiser(Kind.UNIFORM, -0.25, 0.75), 1);
        double least = DoubleStream.of(values).min().orElseThrow();
        double largest = DoubleStream.of(values).max().orElseThrow();
        assertTrue(least >= -0.25 && least < -0.2495, "least " + least);
        assertTrue(largest <= 0.75 && largest > 0.7495, "largest " + largest);
        double mean = moment(values, 1);
        assertEquals(0.25, mean, 4 * Math.sqrt(1.0 / 12 / COUNT));
        assertEquals(1.0 / 12, moment(values, 2) - mean * mean, 4 * Math.sqrt(1.0 / 180 / COUNT));
    }

    @Test
    void zerosAreZeros() {
        for (double value : layer(Initialiser.ZEROS, 1)) {
            assertEquals(0, Double.doubleToLongBits(value));
        }
    }

    @Test
    void aPointIsAPlaceOnALandscape() {
        Initialiser place = new Initialiser(Kind.POINT, -1.5, 0.25);
        assertEquals(-1.5f, place.value(1, 0, 0, 0, 2, 1));
        assertEquals(0.25f, place.value(1, 0, 1, 0, 2, 1));
    }

    /** Fans set the scale alone: the draw behind a value hangs on seed, layer, input and unit, and on each of them. */
    @Test
    void aValueIsAFunctionOfItsPlace() {
        Initialiser normal = new Initialiser(Kind.NORMAL, 1, 0);
        float value = normal.value(7, 1, 2, 3, 10, 20);
        assertEquals(value, normal.value(7, 1, 2, 3, 11, 22));
        assertNotEquals(value, normal.value(8, 1, 2, 3, 10, 20));
        assertNotEquals(value, normal.value(7, 2, 2, 3, 10, 20));
        assertNotEquals(value, normal.value(7, 1, 3, 3, 10, 20));
        assertNotEquals(value, normal.value(7, 1, 2, 4, 10, 20));
        assertNotEquals(normal.value(7, 1, 0, 3, 10, 20), normal.value(7, 1, -1, 3, 10, 20), "a bias is no weight");
    }

    @Test
    void impossibleDistributionsAreRefused() {
        assertEquals(
                "uniform(a, b) needs a < b, got (1.0, 1.0)",
                assertThrows(IllegalArgumentException.class, () -> new Initialiser(Kind.UNIFORM, 1, 1))
                        .getMessage());
        assertEquals(
                "normal(sd) needs sd >= 0, got -1.0",
                assertThrows(IllegalArgumentException.class, () -> new Initialiser(Kind.NORMAL, -1, 0))
                        .getMessage());
    }
}
