package glissade.store;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * The one way a stored {@code double} becomes text: the shortest decimal that reads back to the same bits.
 *
 * <p>{@code Double.toString} is not that before JDK 19, and differs between JDKs. This is Raffaello Giulietti's Schubfach
 * ("The Schubfach way to render doubles", 2021), as Jackson carries it.
 */
public final class DecimalText {
    private DecimalText() {}

    public static String of(double value) {
        return DoubleToDecimal.toString(value);
    }
}
