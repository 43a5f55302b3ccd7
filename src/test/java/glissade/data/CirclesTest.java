package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import org.junit.jupiter.api.Test;

class CirclesTest {
    private static final double NOISE = SourceKind.CIRCLES.standard().noise();
    private static final int ROWS = 100_000;
    private static final Block BLOCK = Samples.read(
                    Generated.of("circles").withRows(ROWS, 0).withSeed(1).open(), Part.TRAINING, 0, ROWS)
            .toDense();

    @Test
    void everyPairOfRowsHasOneOfEachClassInRandomOrder() {
        int outerFirst = 0;
        for (int row = 0; row < ROWS; row += 2) {
            assertEquals(1, BLOCK.targets()[row] + BLOCK.targets()[row + 1]);
            outerFirst += BLOCK.targets()[row] == 0 ? 1 : 0;
        }
        assertEquals(ROWS / 4.0, outerFirst, 4 * Math.sqrt(ROWS / 8.0));
    }

    /** For a ring of radius R with noise s: mean 0, E[x^2] = E[y^2] = R^2 / 2 + s^2, E[xy] = 0. */
    @Test
    void momentsAreThoseOfTwoRings() {
        for (int ring = 0; ring < 2; ring++) {
            double[] sums = new double[5];
            for (int row = 0; row < ROWS; row++) {
                if (BLOCK.targets()[row] == ring) {
                    double x = BLOCK.values()[2 * row];
                    double y = BLOCK.values()[2 * row + 1];
                    sums[0] += x;
                    sums[1] += y;
                    sums[2] += x * x;
                    sums[3] += y * y;
                    sums[4] += x * y;
                }
            }
            double radius = ring == 0 ? 1 : 0.5;
            double square = radius * radius / 2 + NOISE * NOISE;
            double[] expected = {0, 0, square, square, 0};
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], sums[i] / (ROWS / 2.0), 0.015);
            }
        }
    }

    /** The best rule compares the two Rice densities; its accuracy by quadrature and on the rows is the same. */
    @Test
    void bayesAccuracyIsWhatTheDensitiesSay() {
        double step = 1e-3;
        double bayes = 0;
        for (double r = step / 2; r < 3; r += step) {
            bayes += 0.5 * Math.max(rice(r, 1), rice(r, 0.5)) * step;
        }
        assertEquals(0.945, bayes, 0.001);
        assertTrue(bayes > 0.94 && bayes < 0.95, "Bayes accuracy " + bayes);
        Truth truth = DataSets.truth(Generated.of("circles").spec());
        assertEquals(bayes, truth.value(Truth.BAYES_ACCURACY).orElseThrow(), 1e-4);
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            double r = Math.sqrt(sumOfSquares(row));
            right += (rice(r, 1) > rice(r, 0.5) ? 0 : 1) == BLOCK.targets()[row] ? 1 : 0;
        }
        assertEquals(bayes, (double) right / ROWS, 4 * Math.sqrt(bayes * (1 - bayes) / ROWS));
    }

    private static double sumOfSquares(int row) {
        double x = BLOCK.values()[2 * row];
        double y = BLOCK.values()[2 * row + 1];
        return x * x + y * y;
    }

    /** Density of the distance from the origin on a ring of the given radius: the mean over the ring's angles. */
    private static double rice(double r, double radius) {
        int angles = 64;
        double sum = 0;
        for (int i = 0; i < angles; i++) {
            double cos = StrictMath.cos(2 * Math.PI * i / angles);
            double squared = r * r + radius * radius - 2 * r * radius * cos;
            sum += StrictMath.exp(-squared / (2 * NOISE * NOISE));
        }
        return r / (NOISE * NOISE) * sum / angles;
    }
}
