package glissade.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Numbers in text, to the nearest float: {@code [+-] digits [. digits] [e [+-] digits]}. Digits up to 2^53 and powers of ten
 * up to 10^22 are exact as doubles, so one multiplication or division rounds once (Clinger 1990). Rounding that to float is
 * rounding the number itself, unless the double lies in the middle between two floats: then, and for all else, the
 * platform's own parser is asked, which is exact and slow.
 */
final class FloatText {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long MOST_DIGITS = 1L << 53;
    /** The bits of a double that a float has no room for, and their value in the middle between two floats. */
    private static final long BEYOND_FLOAT = (1L << 29) - 1;

    private static final long MIDDLE = 1L << 28;
    private static final int LARGEST_EXPONENT = 1 << 20;
    private static final int NO_EXPONENT = Integer.MIN_VALUE;

    private FloatText() {}

    /** The number, infinite if it is too large for a float; NaN if it is none. */
    static float parse(byte[] text, int from, int to) {
        boolean negative = from < to && text[from] == '-';
        int begin = negative || (from < to && text[from] == '+') ? from + 1 : from;
        int point = endOfDigits(text, begin, to);
        int end = point < to && text[point] == '.' ? endOfDigits(text, point + 1, to) : point;
        int fraction = Math.max(0, end - point - 1);
        int exponent = end == to ? 0 : exponent(text, end, to);
        if (point - begin + fraction == 0 || exponent == NO_EXPONENT) {
            return Float.NaN;
        }
        int scale = exponent - fraction;
        if (scale > -POWERS.length && scale < POWERS.length) {
            long digits = digits(text, begin, end);
            double value = scale < 0 ? digits / POWERS[-scale] : digits * POWERS[scale];
            if (digits <= MOST_DIGITS && roundsOnce(value)) {
                return (float) (negative ? -value : value);
            }
        }
        return Float.parseFloat(string(text, from, to));
    }

    static boolean isNumber(byte[] text, int from, int to) {
        return !Float.isNaN(parse(text, from, to));
    }

    /** A finite number; else throws {@link BadLine} that speaks of the column, with a hint where text was found. */
    static float parseFinite(byte[] text, int from, int to, String column, String hint) {
        float value = parse(text, from, to);
        if (Float.isNaN(value)) {
            String lower = string(text, from, to).toLowerCase(Locale.ROOT);
            boolean almost = lower.matches("[+-]?(nan|inf|infinity)");
            throw new BadLine(column + " is " + BadLine.quoted(text, from, to) + ", expected a "
                    + (almost ? "finite number" : "number" + hint));
        }
        if (Float.isInfinite(value)) {
            throw new BadLine(column + " is " + BadLine.quoted(text, from, to) + ", which is too large for a float");
        }
        return value;
    }

    private static int endOfDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Digits with or without a point as one number; something beyond 2^53 if it is beyond 2^53. */
    private static long digits(byte[] text, int from, int to) {
        long digits = 0;
        for (int at = from; at < to; at++) {
            if (text[at] != '.') {
                digits = digits > MOST_DIGITS ? digits : digits * 10 + (text[at] - '0');
            }
        }
        return digits;
    }

    private static boolean roundsOnce(double magnitude) {
        return magnitude == 0
                || (magnitude >= Float.MIN_NORMAL
                        && magnitude < Float.MAX_VALUE
                        && (Double.doubleToRawLongBits(magnitude) & BEYOND_FLOAT) != MIDDLE);
    }

    /** Of {@code e}, a sign or none, and digits; held within bounds far beyond those of numbers. */
    private static int exponent(byte[] text, int from, int to) {
        int sign = from + 1;
        boolean negative = sign < to && text[sign] == '-';
        int begin = negative || (sign < to && text[sign] == '+') ? sign + 1 : sign;
        if ((text[from] | 0x20) != 'e' || begin == to || endOfDigits(text, begin, to) < to) {
            return NO_EXPONENT;
        }
        int exponent = 0;
        for (int at = begin; at < to; at++) {
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + (text[at] - '0'));
        }
        return negative ? -exponent : exponent;
    }

    static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
