package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.run.Phase;
import glissade.run.Progress.Snapshot;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    @Test
    void looksLikeThis() {
        assertEquals(
                "  [####....] 3/24 trials, 8 running, 1 diverged  epoch 240/480  2.00 M/s  6.0 s, 6.0 s left  best 0.9217",
                ProgressDisplay.line(snapshot(6, 3, 1, 0, 240, 12_000_000, 0.92174)));
        assertEquals(
                "  [........] 0/24 trials, 8 running  epoch 0/480  0/s  0.0 s",
                ProgressDisplay.line(snapshot(0, 0, 0, 0, 0, 0, Double.NaN)));
        assertEquals(
                "  [########] 24/24 trials, 8 running, 24 failed  epoch 0/480  0/s  1.0 s",
                ProgressDisplay.line(snapshot(1, 24, 0, 24, 0, 0, Double.NaN)));
    }

    private static Snapshot snapshot(
            double seconds, int done, int diverged, int failed, long epochs, long exampleTrials, double best) {
        return new Snapshot(Phase.TRAINING, seconds, 24, done, 8, diverged, failed, 480, epochs, exampleTrials, best);
    }

    @Test
    void saysThatSparkIsStarting() {
        Snapshot start = new Snapshot(Phase.STARTING, 1.25, 24, 0, 0, 0, 0, 480, 0, 0, Double.NaN);
        assertEquals("  starting Spark  1.3 s", ProgressDisplay.line(start));
    }

    @Test
    void aLineThatWouldWrapIsCut() {
        Snapshot now = snapshot(6, 3, 1, 0, 240, 12_000_000, 0.92174);
        String most = "  [####....] 3/24 trials, 8 running, 1 diverged  6.0 s, 6.0 s left  best 0.9217";
        assertEquals(79, most.length());
        assertEquals(most, ProgressDisplay.line(now, 80));
        assertEquals(most, ProgressDisplay.line(now, 0));
        assertEquals(
                "  [####....] 3/24 trials, 1 diverged  6.0 s, 6.0 s left  best 0.9217", ProgressDisplay.line(now, 79));
        assertEquals("  [####.", ProgressDisplay.line(now, 9));
        assertEquals(ProgressDisplay.line(now), ProgressDisplay.line(now, 200));
    }
}
