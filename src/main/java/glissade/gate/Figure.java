package glissade.gate;

import glissade.numeric.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences. */
final class Figure {
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private Figure() {}

    /** At most six digits that say something. */
    static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "nothing" : value > 0 ? "infinite" : "-infinite";
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        boolean small = rounded.signum() != 0 && Math.abs(value) < 1e-6;
        return small ? rounded.toString() : rounded.toPlainString();
    }

    /** The same, unless it would look like another number that it is not. */
    static String of(double value, double beside) {
        boolean misleading = value != beside && of(value).equals(of(beside));
        return misleading ? DecimalText.plain(value) : of(value);
    }

    /** A share of all: {@code 12.5 %}. */
    static String share(double value) {
        return of(new BigDecimal(value)
                        .multiply(BigDecimal.valueOf(100))
                        .round(new MathContext(4))
                        .doubleValue()) + " %";
    }
}
