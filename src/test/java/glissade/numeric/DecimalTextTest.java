package glissade.numeric;

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
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(DecimalText.plain(value)));
            }
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

    @Test
    void floatsHaveTheirOwnShortestDigits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            assertEquals(value, Float.parseFloat(DecimalText.of(value)));
        }
        assertEquals("0.1", DecimalText.of(0.1f));
        assertEquals("7", DecimalText.of(7f));
        assertEquals("1.6777216E7", DecimalText.of(16_777_216f));
        assertEquals("0", DecimalText.of(0f));
        assertEquals("-0.0", DecimalText.of(-0f));
    }

    @Test
    void plainNumbersLookAsPeopleWriteThem() {
        assertEquals("0", DecimalText.plain(0.0));
        assertEquals("0", DecimalText.plain(-0.0));
        assertEquals("0.1", DecimalText.plain(0.1));
        assertEquals("-12", DecimalText.plain(-12.0));
        assertEquals("0.0025", DecimalText.plain(0.0025));
        assertEquals("0.0001", DecimalText.plain(0.0001));
        assertEquals("1e-5", DecimalText.plain(0.00001));
        assertEquals("1000000", DecimalText.plain(1e6));
        assertEquals("1.5e7", DecimalText.plain(1.5e7));
        assertEquals("2e-323", DecimalText.plain(2e-323));
        assertEquals("infinity", DecimalText.plain(Double.POSITIVE_INFINITY));
        assertEquals("-infinity", DecimalText.plain(Double.NEGATIVE_INFINITY));
        assertEquals("NaN", DecimalText.plain(Double.NaN));
    }
}
