package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import org.junit.jupiter.api.Test;

class MoonsTest {
    private static final double NOISE = SourceKind.MOONS.standard().noise();
    private static final int ROWS = 40_000;
    private static final Block BLOCK = Samples.read(
                    Generated.of("moons").withRows(ROWS, 0).open(), Part.TRAINING, 0, ROWS)
            .toDense();

    @Test
    void everyPairOfRowsHasOneOfEachClass() {
        for (int row = 0; row < ROWS; row += 2) {
            assertEquals(1, BLOCK.targets()[row] + BLOCK.targets()[row + 1]);
        }
    }

    /** On a half circle the mean of the cosine is 0, of the sine 2 / pi; the variances 1/2 and 1/2 - 4 / pi^2. */
    @Test
    void momentsAreThoseOfTwoHalfCircles() {
        double height = 2 / Math.PI;
        double[][] means = {{0, height}, {1, 0.5 - height}};
        double[] variances = {0.5 + NOISE * NOISE, 0.5 - height * height + NOISE * NOISE};
        for (int moon = 0; moon < 2; moon++) {
            int wanted = moon;
            for (int i = 0; i < 2; i++) {
                Moments moments = Moments.ofFeature(BLOCK, i, row -> BLOCK.targets()[row] == wanted);
                assertEquals(means[moon][i], moments.mean(), 4 * moments.error());
                assertEquals(variances[i], moments.variance(), 0.02 * variances[i] + 0.002);
            }
        }
    }

    /** The best rule compares the two densities; how sure it is on the whole, and how often right, is what is claimed. */
    @Test
    void bayesAccuracyIsAsDocumented() {
        double sure = 0;
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            double x = BLOCK.values()[2 * row];
            double y = BLOCK.values()[2 * row + 1];
            double upper = density(x, y);
            double lower = density(1 - x, 0.5 - y);
            sure += Math.max(upper, lower) / (upper + lower);
            right += (upper > lower ? 0 : 1) == BLOCK.targets()[row] ? 1 : 0;
        }
        assertEquals(0.971, sure / ROWS, 0.002);
        assertEquals(sure / ROWS, (double) right / ROWS, 0.003);
    }

    /** Of the upper moon, but for a factor: the mean over its angles. */
    private static double density(double x, double y) {
        int angles = 48;
        double sum = 0;
        for (int i = 0; i < angles; i++) {
            double angle = Math.PI * (i + 0.5) / angles;
            double dx = x - StrictMath.cos(angle);
            double dy = y - StrictMath.sin(angle);
            sum += StrictMath.exp(-(dx * dx + dy * dy) / (2 * NOISE * NOISE));
        }
        return sum;
    }
}
