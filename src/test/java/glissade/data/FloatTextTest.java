package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatTextTest {
    private static float parse(String text) {
        byte[] bytes = Utf8.bytes("<" + text + ">");
        return FloatText.parse(bytes, 1, bytes.length - 1);
    }

    private static void assertRounded(String text) {
        assertEquals(Float.floatToIntBits(Float.parseFloat(text)), Float.floatToIntBits(parse(text)), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+1",
                "1.",
                ".5",
                "-.25",
                "1e3",
                "1E-3",
                "0.1",
                "16777217",
                "16777219",
                "1.00000005960464477539",
                "1.000000059604644775390625",
                "1.000000059604644775390626",
                "3.4028235e38",
                "3.4028236e38",
                "1e39",
                "-1e99",
                "1.17549435e-38",
                "1.4e-45",
                "7e-46",
                "1e-99",
                "0e999999999999",
                "1e-999999999999",
                "1e999999999999",
                "9007199254740993",
                "123456789012345678901234567890",
                "000000000000000000000000000001",
                "8388608.5",
                "8388609.5",
                "0.000000000000000000000000000000000000000000001"
            })
    void numbersAreRoundedToTheNearestFloat(String text) {
        assertRounded(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1f",
                "1d",
                "0x1p3",
                "NaN",
                "Infinity",
                "inf",
                "1 2",
                " 1",
                "1,5",
                "--1",
                "1.2.3",
                "1e5.5",
                "1e5e5",
                "٣"
            })
    void otherTextIsNoNumber(String text) {
        assertTrue(Float.isNaN(parse(text)), text);
    }

    @Test
    void shortestAndLongSpellingsOfAnyFloatGiveIt() {
        for (int i = 0; i < 20_000; i++) {
            int bits = (int) Randomness.bits(7, Purpose.DATA, 0, i);
            float value = Float.intBitsToFloat(bits);
            if (Float.isFinite(value)) {
                assertRounded(Float.toString(value));
                assertRounded(new BigDecimal(value).toString());
                assertRounded(Double.toString((double) value * 1.0000001));
            }
        }
    }

    @Test
    void theMiddleBetweenTwoFloatsAndItsNeighboursAreRoundedRight() {
        for (int i = 0; i < 20_000; i++) {
            float low = Float.intBitsToFloat(0x3f000000 + (int) (Randomness.bits(8, Purpose.DATA, 0, i) & 0x3ffffff));
            double middle = ((double) low + Math.nextUp(low)) / 2;
            BigDecimal exact = new BigDecimal(middle);
            assertRounded(exact.toPlainString());
            assertRounded(exact.add(new BigDecimal("1e-30")).toPlainString());
            assertRounded(exact.subtract(new BigDecimal("1e-30")).toPlainString());
            assertRounded(Double.toString(middle));
        }
    }

    @Test
    void wholeNumbersAreLabelsHoweverTheyAreWritten() {
        for (String text : new String[] {"0", "-1", "+1", "1.0", "3e2", "-0.0", "000"}) {
            assertTrue(ClassLabels.isWhole(Utf8.bytes(text), 0, text.length()), text);
        }
        for (String text : new String[] {"", "a", "0.5", "-", "1e99", "12345678901234567890"}) {
            assertFalse(ClassLabels.isWhole(Utf8.bytes(text), 0, text.length()), text);
        }
    }
}
