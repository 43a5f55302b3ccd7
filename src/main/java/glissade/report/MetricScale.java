package glissade.report;

import glissade.store.Schemas;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The selected number from worst to best, by the rule of the page: the worst is that of trials that ended well, as those that did
 * not would make all others look alike; losses that differ much are told apart by their ratios.
 */
final class MetricScale {
    private static final double LARGE_RATIO = 6;
    private static final double LARGEST_RATIO = 1e9;
    private static final List<String> ENDED_BADLY = List.of("diverged", "failed");

    private final RunTables run;
    private final double[] selected;
    private final boolean smallIsGood;
    private final boolean ratio;
    private final double low;
    private final double high;

    MetricScale(RunTables run) {
        this.run = run;
        this.smallIsGood = run.subject().smallIsGood();
        int[] rows = IntStream.range(0, run.trials().rows()).toArray();
        this.selected =
                Series.cells(run.trials(), run.trials().column(run.subject().column()), rows);
        double[] all = finite(row -> true);
        double[] steady = finite(row -> !ENDED_BADLY.contains(status(row)));
        double[] shown = steady.length == 0 ? all : steady;
        double least = least(smallIsGood ? all : shown);
        this.high = most(smallIsGood ? shown : all);
        this.ratio = smallIsGood && least >= 0 && high > LARGE_RATIO * least && high > 0;
        this.low = ratio ? floor(least, all) : least;
    }

    private String status(int row) {
        return run.trials().text(row, run.trials().column(Schemas.STATUS));
    }

    private double[] finite(IntPredicate wanted) {
        return IntStream.range(0, selected.length)
                .filter(wanted)
                .mapToDouble(row -> selected[row])
                .filter(Double::isFinite)
                .toArray();
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    /** Ratios begin at a power of ten if some numbers lie below it, such as 0. */
    private double floor(double least, double[] all) {
        double positive = DoubleStream.of(all).filter(value -> value > 0).min().orElse(high);
        double floor = Math.max(positive, high / LARGEST_RATIO);
        return least < floor ? StrictMath.pow(10, Math.floor(StrictMath.log10(floor))) : least;
    }

    boolean isByRatio() {
        return ratio;
    }

    double value(int row) {
        return selected[row];
    }

    /** Whether a trial has no number, or one so bad that it has no place among those of the trials that went well. */
    boolean isOff(int row) {
        double value = selected[row];
        return !Double.isFinite(value) || (smallIsGood ? value > high : value < low);
    }

    /** What the trials that are off have in common. */
    String offInWords() {
        TreeSet<String> statuses = new TreeSet<>();
        IntStream.range(0, selected.length).filter(this::isOff).forEach(row -> statuses.add(status(row)));
        boolean one =
                statuses.size() == 1 && List.of("diverged", "failed", "pruned").contains(statuses.first());
        return one ? statuses.first() : "no number";
    }

    /** 0 for the worst, 1 for the best. */
    double goodness(int row) {
        double value = selected[row];
        if (!Double.isFinite(value) || !(high > low)) {
            return Double.isFinite(value) ? 1 : 0;
        }
        double inside = Math.max(low, Math.min(high, value));
        double share = (size(inside) - size(low)) / (size(high) - size(low));
        return smallIsGood ? 1 - share : share;
    }

    private double size(double value) {
        return ratio ? StrictMath.log(value) : value;
    }
}
