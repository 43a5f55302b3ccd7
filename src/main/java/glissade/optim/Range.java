package glissade.optim;

import java.util.Locale;

/**
 * An interval of numbers, each end in it or not. A number counts as in it only if the float nearest to it is, too: training
 * goes by that.
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    public static final Range POSITIVE = new Range(0, false, Double.POSITIVE_INFINITY, false);
    public static final Range NOT_NEGATIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);
    /** From 0 to below 1: momenta and decay rates. */
    public static final Range FRACTION = new Range(0, true, 1, false);
    /** From 0 to 1: parts of a whole. */
    public static final Range SHARE = new Range(0, true, 1, true);
    /** Above 0 up to 1: factors. */
    public static final Range FACTOR = new Range(0, false, 1, true);

    public boolean contains(double value) {
        return holds(value) && holds((float) value);
    }

    private boolean holds(double value) {
        boolean aboveLow = lowIncluded ? value >= low : value > low;
        boolean belowHigh = highIncluded ? value <= high : value < high;
        return aboveLow && belowHigh;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s%s, %s%s", lowIncluded ? "[" : "(", end(low), end(high), highIncluded ? "]" : ")");
    }

    private static String end(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
