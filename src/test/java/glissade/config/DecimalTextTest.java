package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
    @Test
    void numbersLookAsPeopleWriteThem() {
        assertEquals("0", DecimalText.of(0.0));
        assertEquals("0.1", DecimalText.of(0.1));
        assertEquals("-12", DecimalText.of(-12.0));
        assertEquals("0.0025", DecimalText.of(0.0025));
        assertEquals("1e-5", DecimalText.of(0.00001));
        assertEquals("1000000", DecimalText.of(1e6));
        assertEquals("1.5e7", DecimalText.of(1.5e7));
        assertEquals("2e-323", DecimalText.of(2e-323)); // JDK 17 itself says 2.0E-323, others differ on such numbers
        assertEquals("infinity", DecimalText.of(Double.POSITIVE_INFINITY));
        assertEquals("-infinity", DecimalText.of(Double.NEGATIVE_INFINITY));
        assertEquals("NaN", DecimalText.of(Double.NaN));
    }

    @Test
    void everyNumberReadsBackTheSame() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(DecimalText.of(value)));
            }
        }
    }
}
