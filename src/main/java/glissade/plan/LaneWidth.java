package glissade.plan;

import glissade.model.Architecture;
import glissade.model.ParameterLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * How many trials of a group train together. Fusing changes no bit, only time.
 *
 * <p>The time of a row is taken as the floats its products touch, padding included (the length of the cohort's
 * parameter array; a third more if they do not fit the cache), plus the pass over the row's features and a constant, which a cohort has once for all its lanes.
 * A cohort of 2 to 16 lanes costs what 16 lanes cost; a trial alone pads each layer's units to 16 instead.
 *
 * <p>Of the ways to split a group (cohorts of 32, of 16, trials alone) the one is taken whose slowest core is done
 * first when cohorts are dealt to cores, longest first; at a draw the one with less work, then the one with fewer
 * cohorts. So a group is kept in 16s where 32s would leave cores idle, and trials with wide layers, which fill
 * vectors by themselves, train alone.
 */
final class LaneWidth {
    /** More lanes would save little of the pass over the data and crowd the cache. */
    static final int MOST_LANES = 32;
    /** The pass over a row's features takes about the time of so many columns; measured on MNIST. */
    static final int PASS_COLUMNS = 24;

    /** What else a row costs, in floats. */
    static final int ROW_FLOATS = 256;

    /** Parameters of more floats than this (1 MiB) are no longer read from the second-level cache, and take a third longer. */
    static final long CACHED_FLOATS = 1 << 18;

    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final long IMPOSSIBLE = Long.MAX_VALUE;

    private final Architecture architecture;
    private final long mostFloats;

    /**
     * Cohorts of several lanes have at most so many floats of parameters; a trial alone is limited by Java's arrays
     * only.
     */
    LaneWidth(Architecture architecture, long mostFloats) {
        this.architecture = architecture;
        this.mostFloats = mostFloats;
    }

    /** Whether one trial fits an array. */
    static boolean isPossible(Architecture architecture) {
        return floats(architecture, 1) <= LONGEST_ARRAY;
    }

    /** The sizes of the cohorts of a group of trials that has so many cores to itself. */
    List<Integer> split(int trials, int cores) {
        List<List<Integer>> ways = List.of(
                cohorts(trials, MOST_LANES), cohorts(trials, ParameterLayout.GROUP), Collections.nCopies(trials, 1));
        return ways.stream()
                .filter(way -> way.stream().allMatch(lanes -> cost(lanes) < IMPOSSIBLE))
                .min(Comparator.<List<Integer>>comparingLong(way -> slowestCore(way, cores))
                        .thenComparingLong(
                                way -> way.stream().mapToLong(this::cost).sum())
                        .thenComparingInt(List::size))
                .orElseThrow(() -> new IllegalStateException("a trial does not fit an array"));
    }

    /** Full cohorts, and a rest that is fused if that is cheaper than training its trials alone. */
    private List<Integer> cohorts(int trials, int lanes) {
        List<Integer> sizes = new ArrayList<>(Collections.nCopies(trials / lanes, lanes));
        int rest = trials % lanes;
        if (rest > 0) {
            boolean alone = cost(1) <= cost(rest) / rest;
            sizes.addAll(alone ? Collections.nCopies(rest, 1) : List.of(rest));
        }
        return sizes;
    }

    /** Floats that one row touches. */
    private long cost(int lanes) {
        long floats = floats(architecture, lanes);
        boolean possible = floats <= (lanes == 1 ? LONGEST_ARRAY : Math.min(mostFloats, LONGEST_ARRAY));
        return possible ? rowFloats(architecture, lanes) : IMPOSSIBLE;
    }

    /** What a row costs, in floats. */
    static long rowFloats(Architecture architecture, int lanes) {
        long floats = floats(architecture, lanes);
        long reading = floats > CACHED_FLOATS ? floats + floats / 3 : floats;
        return reading + (long) PASS_COLUMNS * architecture.inputs(0) + ROW_FLOATS;
    }

    /** The floats of a cohort's parameters, as {@link ParameterLayout} lays them out, however many that would be. */
    static long floats(Architecture architecture, int lanes) {
        long width = lanes == 1 ? 1 : padded(lanes);
        long floats = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            floats += (architecture.inputs(layer) + 1L) * padded(architecture.outputs(layer) * width);
        }
        return floats;
    }

    private static long padded(long count) {
        return (count + ParameterLayout.GROUP - 1) / ParameterLayout.GROUP * ParameterLayout.GROUP;
    }

    private long slowestCore(List<Integer> sizes, int cores) {
        long[] busy = new long[Math.min(cores, sizes.size())];
        sizes.stream().map(this::cost).sorted(Comparator.reverseOrder()).forEach(cost -> {
            int idlest = 0;
            for (int core = 1; core < busy.length; core++) {
                idlest = busy[core] < busy[idlest] ? core : idlest;
            }
            busy[idlest] += cost;
        });
        long slowest = 0;
        for (long time : busy) {
            slowest = Math.max(slowest, time);
        }
        return slowest;
    }
}
