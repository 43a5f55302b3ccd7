package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pearson's test that counts come from equally likely cells. */
final class ChiSquare {
    /** In standard deviations of the statistic: about one right generator in a million fails. */
    private static final double LIMIT = 5;

    private ChiSquare() {}

    /** Fails when the counts are too uneven, or too even, to be draws from equally likely cells. */
    static void assertUniform(long[] counts, String what) {
        double total = 0;
        for (long count : counts) {
            total += count;
        }
        double expected = total / counts.length;
        assertTrue(expected >= 10, () -> what + ": only " + expected + " draws a cell");
        double statistic = 0;
        for (long count : counts) {
            statistic += (count - expected) * (count - expected) / expected;
        }
        int freedom = counts.length - 1;
        double deviation = (statistic - freedom) / Math.sqrt(2.0 * freedom);
        assertTrue(Math.abs(deviation) < LIMIT, () -> what + ": " + deviation + " deviations from uniform");
    }
}
