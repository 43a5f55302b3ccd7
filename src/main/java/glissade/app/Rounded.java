package glissade.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for reading. They are rounded from exact decimals, so that every JDK shows the same. */
final class Rounded {
    private static final int DECIMALS = 4;
    private static final double SMALLEST_PLAIN = 0.001;
    private static final double LARGEST_PLAIN = 100_000;

    private Rounded() {}

    /** A loss or an accuracy: four decimals where they say enough; {@code -} for what was not measured. */
    static String metric(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
            return new BigDecimal(value)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .toPlainString();
        }
        return scientific(value, DECIMALS);
    }

    /** A relative error in two digits: {@code 2.1e-7}; {@code -} for what was not measured. */
    static String error(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "-" : "inf";
        }
        return value == 0 ? "0" : scientific(value, 2);
    }

    private static String scientific(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** A count, in groups of three digits. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A rate in three significant digits: {@code 2.31 M}. */
    static String rate(double value) {
        if (!(value >= 1) || Double.isInfinite(value)) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
        int group = Math.min((digits.precision() - digits.scale() - 1) / 3, 4);
        BigDecimal scaled = digits.scaleByPowerOfTen(-3 * group);
        String number = scaled.setScale(Math.max(0, 3 - (scaled.precision() - scaled.scale())), RoundingMode.HALF_EVEN)
                .toPlainString();
        return number + new String[] {"", " k", " M", " G", " T"}[group];
    }

    /** A duration: {@code 4.2 s}, {@code 3 min 05 s}, {@code 2 h 10 min}. */
    static String seconds(double value) {
        if (value < 60) {
            return String.format(Locale.ROOT, "%.1f s", value);
        }
        long whole = (long) value;
        return whole < 3_600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3_600, whole / 60 % 60);
    }
}
