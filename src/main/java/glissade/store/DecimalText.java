package glissade.store;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import com.fasterxml.jackson.core.io.schubfach.FloatToDecimal;

/**
 * The one way a stored number becomes text: the shortest decimal that reads back to the same bits.
 *
 * <p>{@code Double.toString} is not that before JDK 19, and differs between JDKs. This is Raffaello Giulietti's Schubfach
 * ("The Schubfach way to render doubles", 2021), as Jackson carries it.
 */
public final class DecimalText {
    /** Whole numbers below this are exact. */
    private static final int MOST_WHOLE = 1 << 24;

    private DecimalText() {}

    public static String of(double value) {
        return DoubleToDecimal.toString(value);
    }

    /** Without a decimal point where there is nothing behind it, so that a pixel is {@code 7}. */
    public static String of(float value) {
        int whole = (int) value;
        boolean plain = Math.abs(whole) < MOST_WHOLE && Float.floatToIntBits(whole) == Float.floatToIntBits(value);
        return plain ? Integer.toString(whole) : FloatToDecimal.toString(value);
    }
}
