package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.Progress.Snapshot;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    @Test
    void looksLikeThis() {
        assertEquals(
                "  [######......] 3/24 trials, 1 diverged  2.00 M/s  6.0 s  best 0.9217",
                ProgressDisplay.line(new Snapshot(24, 3, 1, 0, 480, 240, 12_000_000, 6, 0.92174)));
        assertEquals(
                "  [............] 0/24 trials  0/s  0.0 s",
                ProgressDisplay.line(new Snapshot(24, 0, 0, 0, 480, 0, 0, 0, Double.NaN)));
        assertEquals(
                "  [############] 24/24 trials, 24 failed  0/s  1.0 s",
                ProgressDisplay.line(new Snapshot(24, 24, 0, 24, 480, 0, 0, 1, Double.NaN)));
    }

    @Test
    void bigSweepsFitALineOfEightyColumns() {
        String line = ProgressDisplay.line(new Snapshot(10_000, 9_999, 120, 8, 480, 479, 1L << 40, 35_000, 0.92174));
        assertTrue(line.length() <= 80, line + " " + line.length());
    }
}
