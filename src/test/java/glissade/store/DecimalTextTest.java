package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
    @Test
    void anyBitsComeBack() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertEquals(value, Double.parseDouble(DecimalText.of(value)));
        }
    }

    @Test
    void noDigitIsWasted() {
        assertEquals("0.002", DecimalText.of(2e-3));
        // Double.toString of JDK 17 prints 4.729999999999999E21 and 4.750000000000001E21.
        assertEquals("4.73E21", DecimalText.of(Double.parseDouble("4.73e21")));
        assertEquals("4.75E21", DecimalText.of(Double.parseDouble("4.75e21")));
        assertEquals("4.9E-324", DecimalText.of(Double.MIN_VALUE));
        assertEquals("-0.0", DecimalText.of(-0.0));
    }
}
