package glissade.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a processor's time pieces of work take once the JVM has made them fast: the median of several timings of each.
 * Of a processor, not of a clock, so that other programs do not count; and the pieces take turns, so that a change of the
 * processor's speed falls on all of them.
 */
final class MedianTimes {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final long TURN_NANOS = 1_000_000;
    private static final long TIMING_NANOS = 3_000_000_000L;
    private static final int LEAST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 31;

    private MedianTimes() {}

    /** Seconds for each piece to be done once. */
    static double[] seconds(List<Runnable> pieces) {
        long start = CLOCK.getCurrentThreadCpuTime();
        while (CLOCK.getCurrentThreadCpuTime() - start < WARM_UP_NANOS) {
            pieces.forEach(MedianTimes::turn);
        }
        double[][] timings = new double[pieces.size()][MOST_ROUNDS];
        int rounds = 0;
        start = CLOCK.getCurrentThreadCpuTime();
        while (rounds < LEAST_ROUNDS
                || (rounds < MOST_ROUNDS && CLOCK.getCurrentThreadCpuTime() - start < TIMING_NANOS)) {
            for (int piece = 0; piece < timings.length; piece++) {
                timings[piece][rounds] = turn(pieces.get(piece));
            }
            rounds++;
        }
        double[] medians = new double[timings.length];
        for (int piece = 0; piece < medians.length; piece++) {
            Arrays.sort(timings[piece], 0, rounds);
            medians[piece] = timings[piece][rounds / 2];
        }
        return medians;
    }

    /** Does a piece again and again for a few milliseconds. */
    private static double turn(Runnable piece) {
        long start = CLOCK.getCurrentThreadCpuTime();
        long elapsed = 0;
        long times = 0;
        while (elapsed < TURN_NANOS) {
            piece.run();
            times++;
            elapsed = CLOCK.getCurrentThreadCpuTime() - start;
        }
        return elapsed / 1e9 / times;
    }
}
