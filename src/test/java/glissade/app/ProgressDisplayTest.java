package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.run.Phase;
import glissade.run.Progress.Snapshot;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    @Test
    void looksLikeThis() {
        assertEquals(
                "  [######......] 3/24 trials, 1 diverged  2.00 M/s  6.0 s  best 0.9217",
                ProgressDisplay.line(snapshot(6, 3, 1, 0, 240, 12_000_000, 0.92174)));
        assertEquals(
                "  [............] 0/24 trials  0/s  0.0 s",
                ProgressDisplay.line(snapshot(0, 0, 0, 0, 0, 0, Double.NaN)));
        assertEquals(
                "  [############] 24/24 trials, 24 failed  0/s  1.0 s",
                ProgressDisplay.line(snapshot(1, 24, 0, 24, 0, 0, Double.NaN)));
    }

    private static Snapshot snapshot(
            double seconds, int done, int diverged, int failed, long epochs, long exampleTrials, double best) {
        return new Snapshot(Phase.TRAINING, seconds, 24, done, diverged, failed, 480, epochs, exampleTrials, best);
    }

    @Test
    void saysThatSparkIsStarting() {
        Snapshot start = new Snapshot(Phase.STARTING, 1.25, 24, 0, 0, 0, 480, 0, 0, Double.NaN);
        assertEquals("  starting Spark  1.3 s", ProgressDisplay.line(start));
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        assertEquals("  [####", ProgressDisplay.cut("  [######] 3/24 trials", 8));
        assertEquals("  [##]", ProgressDisplay.cut("  [##]", 80));
        assertEquals("  [##]", ProgressDisplay.cut("  [##]", 0));
    }
}
