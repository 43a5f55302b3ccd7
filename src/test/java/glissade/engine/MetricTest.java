package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MetricTest {
    private static float[] scores(int count, int stream, int steps) {
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            scores[i] = (float) (int) Randomness.below(steps, 7, Purpose.DATA, stream, i) / steps;
        }
        Arrays.sort(scores);
        return scores;
    }

    /** Pair by pair, as it is defined. */
    private static double pairs(float[] first, float[] second) {
        double sum = 0;
        for (float low : first) {
            for (float high : second) {
                sum += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }
        return sum / (first.length * (double) second.length);
    }

    @Test
    void aucCountsPairsAndTiesAsHalves() {
        for (int steps : new int[] {1, 2, 5, 1_000}) {
            float[] first = scores(37, 1, steps);
            float[] second = scores(53, 2, steps);
            assertEquals(pairs(first, second), Metric.auc(first, second), steps + " different scores");
        }
        assertEquals(0.5, Metric.auc(new float[] {1}, new float[] {1}));
        assertEquals(1, Metric.auc(new float[] {0.1f, 0.2f}, new float[] {0.3f}));
        assertEquals(0, Metric.auc(new float[] {0.3f}, new float[] {0.1f, 0.2f}));
    }

    @Test
    void whatMeansNothingIsNotANumber() {
        assertEquals(Double.NaN, Metric.auc(new float[] {}, new float[] {1}));
        assertEquals(Double.NaN, Metric.auc(new float[] {1}, new float[] {}));
        assertEquals(Double.NaN, Metric.auc(new float[] {0.5f, Float.NaN}, new float[] {1}));
        assertEquals(1, Metric.of(new Scorecard(3)).size());
        assertEquals(Double.NaN, Metric.of(new Scorecard(3)).get(0).value());
    }
}
