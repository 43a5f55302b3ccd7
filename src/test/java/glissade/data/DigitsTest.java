package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final int ROWS = 6_000;
    private static final int TEST_ROWS = 1_000;
    private static final int PIXELS = 784;
    private static final Source SOURCE =
            Generated.of("digits").withRows(ROWS, TEST_ROWS).open();
    private static final Block TRAINING =
            Samples.read(SOURCE, Part.TRAINING, 0, ROWS).toDense();
    private static final Block TEST =
            Samples.read(SOURCE, Part.TEST, 0, TEST_ROWS).toDense();

    @Test
    void classesAreBalanced() {
        int[] counts = new int[10];
        for (float target : TRAINING.targets()) {
            counts[(int) target]++;
        }
        for (int count : counts) {
            assertEquals(ROWS / 10.0, count, 4 * Math.sqrt(ROWS * 0.1 * 0.9));
        }
    }

    @Test
    void aFifthOfThePixelsHasInkAsInMnist() {
        double share = (double) TRAINING.nonZeros() / TRAINING.storedValues();
        assertTrue(share > 0.15 && share < 0.25, "share of non-zeros " + share);
    }

    @Test
    void pixelsAreWholeLevels() {
        boolean[] seen = new boolean[256];
        for (float value : TRAINING.values()) {
            int level = Math.round(value * 255);
            assertEquals((float) (level / 255.0), value);
            seen[level] = true;
        }
        assertEquals(256, IntStream.range(0, 256).filter(level -> seen[level]).count());
    }

    @Test
    void noRowIsBlank() {
        Block sparse = TRAINING.toSparse();
        for (int row = 0; row < ROWS; row++) {
            assertTrue(sparse.starts()[row + 1] - sparse.starts()[row] > 20, "ink in row " + row);
        }
    }

    /** What the set is for: a linear model does well, and there is something left for a better one to find. */
    @Test
    void softmaxLandsNearNineTenthsAndNearestNeighbourWellAbove() {
        double linear = softmaxAccuracy();
        double neighbour = nearestNeighbourAccuracy();
        assertTrue(linear > 0.86 && linear < 0.93, "softmax " + linear);
        assertTrue(neighbour > linear + 0.02, "softmax " + linear + ", nearest neighbour " + neighbour);
    }

    private static double softmaxAccuracy() {
        double[][] weights = new double[10][PIXELS + 1];
        for (int step = 0; step < 15 * ROWS; step++) {
            int row = (int) (step * 2_654_435_761L % ROWS);
            double[] scores = scores(weights, TRAINING, row);
            double sum = 0;
            for (int k = 0; k < 10; k++) {
                scores[k] = StrictMath.exp(scores[k]);
                sum += scores[k];
            }
            for (int k = 0; k < 10; k++) {
                double rate = 0.003 * ((TRAINING.targets()[row] == k ? 1 : 0) - scores[k] / sum);
                for (int i = 0; i < PIXELS; i++) {
                    weights[k][i] += rate * TRAINING.values()[row * PIXELS + i];
                }
                weights[k][PIXELS] += rate;
            }
        }
        int right = 0;
        for (int row = 0; row < TEST_ROWS; row++) {
            double[] scores = scores(weights, TEST, row);
            int best = IntStream.range(0, 10).reduce(0, (a, b) -> scores[b] > scores[a] ? b : a);
            right += best == TEST.targets()[row] ? 1 : 0;
        }
        return (double) right / TEST_ROWS;
    }

    private static double[] scores(double[][] weights, Block block, int row) {
        double[] scores = new double[10];
        for (int k = 0; k < 10; k++) {
            double score = weights[k][PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                score += weights[k][i] * block.values()[row * PIXELS + i];
            }
            scores[k] = score;
        }
        return scores;
    }

    private static double nearestNeighbourAccuracy() {
        int right = 0;
        for (int row = 0; row < TEST_ROWS / 2; row++) {
            float nearest = Float.POSITIVE_INFINITY;
            float target = -1;
            for (int other = 0; other < ROWS; other++) {
                float distance = distance(row, other, nearest);
                if (distance < nearest) {
                    nearest = distance;
                    target = TRAINING.targets()[other];
                }
            }
            right += target == TEST.targets()[row] ? 1 : 0;
        }
        return right / (TEST_ROWS / 2.0);
    }

    private static float distance(int testRow, int trainingRow, float limit) {
        float sum = 0;
        for (int i = 0; i < PIXELS && sum < limit; i++) {
            float difference = TEST.values()[testRow * PIXELS + i] - TRAINING.values()[trainingRow * PIXELS + i];
            sum += difference * difference;
        }
        return sum;
    }
}
