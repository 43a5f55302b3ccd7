package glissade.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as the same double, for people: 0.005, 1e-7, 12. Platform routines differ
 * between JDK 17 and later ones, so the digits are found by trying.
 */
public final class DecimalText {
    private static final int MOST_DIGITS = 17;

    private DecimalText() {}

    /** The number as text. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        shortest = shortest.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent < -4 || exponent > 6
                ? shortest.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent
                : shortest.toPlainString();
    }
}
