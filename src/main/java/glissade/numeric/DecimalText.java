package glissade.numeric;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;
import java.math.BigDecimal;

/**
 * The one way a number becomes text: the shortest decimal that reads back to the same bits.
 *
 * <p>{@code Double.toString} is not that before JDK 19, and differs between JDKs. This is Raffaello Giulietti's Schubfach
 * ("The Schubfach way to render doubles", 2021), as Jackson carries it.
 */
public final class DecimalText {
    private static final int SMALLEST_PLAIN = -4;
    private static final int LARGEST_PLAIN = 6;

    /** Whole numbers below this are exact. */
    private static final int MOST_WHOLE = 1 << 24;

    private DecimalText() {}

    /** As files hold it, and as Java would write it: 0.005, 1.0E-7, 12.0. */
    public static String of(double value) {
        return DoubleToDecimal.toString(value);
    }

    /** As files hold it, without a decimal point where there is nothing behind it, so that a pixel is {@code 7}. */
    public static String of(float value) {
        int whole = (int) value;
        boolean plain = Math.abs(whole) < MOST_WHOLE && Float.floatToIntBits(whole) == Float.floatToIntBits(value);
        return plain ? Integer.toString(whole) : FloatToDecimal.toString(value);
    }

    /** The same digits for people: 0.005, 1e-7, 12. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
        }
        BigDecimal digits = new BigDecimal(of(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return digits.signum() == 0 || (exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN)
                ? digits.toPlainString()
                : digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
