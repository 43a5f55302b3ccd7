package glissade.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.parquet.io.ParquetDecodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetRunsTest {
    private static final ParquetRuns HUNDRED = new ParquetRuns(100);

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    /** A hundred times 1; eight packed and 92 times 1; packed beyond the page's values, as some writers fill up. */
    @ParameterizedTest
    @CsvSource({"c80101", "03ffb80101", "1bffffffffffffffffffffffffff", "1dff00"})
    void soundRunsPass(String hex) {
        assertDoesNotThrow(() -> HUNDRED.checkHybrid(bytes(hex), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "ffffffff0f01, a run claims 17179869176 of the 100 values of its page",
        "ffff0301, a run claims 262136 of the 100 values of its page",
        "00, a run of no values",
        "01, a run of no values",
        "c801, a page claims 1 bytes where 0 are left",
        "c8, a page claims 1 bytes where 0 are left"
    })
    void runsBeyondReasonAreRefused(String hex, String reason) {
        refused(reason, () -> HUNDRED.checkHybrid(bytes(hex), 1));
    }

    @Test
    void lengthsBeyondTheirPageAreRefused() {
        refused("a page claims 4 bytes where 3 are left", () -> HUNDRED.checkSizedHybrid(bytes("04000000c80101"), 1));
        refused("a page claims -1 bytes", () -> HUNDRED.checkSizedHybrid(bytes("ffffffffc80101"), 1));
        ParquetRuns two = new ParquetRuns(2);
        assertDoesNotThrow(() -> two.checkTexts(bytes("02000000" + "6e6f" + "01000000" + "79")));
        refused("a page claims 16777218 bytes", () -> two.checkTexts(bytes("02000000" + "6e6f" + "02000001" + "79")));
    }

    @Test
    void indicesWiderThanANumberAreRefused() {
        assertDoesNotThrow(() -> HUNDRED.checkIndices(bytes("")));
        refused("values of 33 bits", () -> HUNDRED.checkIndices(bytes("21c80101")));
        refused("values of -1 bits", () -> HUNDRED.checkIndices(bytes("ffc80101")));
    }

    @Test
    void differencesAreAsManyAsValuesAtMost() {
        assertEquals(100, HUNDRED.checkDeltas(bytes("8001" + "04" + "64" + "00")));
        refused("101 differences in a page of 100 values", () -> HUNDRED.checkDeltas(bytes("8001" + "04" + "65")));
        refused("blocks of 128 differences in 0 parts", () -> HUNDRED.checkDeltas(bytes("8001" + "00" + "64")));
        refused("blocks of -1 differences", () -> HUNDRED.checkDeltas(bytes("ffffffff0f" + "04" + "64")));
    }

    private static void refused(String reason, Runnable check) {
        String message =
                assertThrows(ParquetDecodingException.class, check::run).getMessage();
        assertEquals(reason, message.substring(0, Math.min(reason.length(), message.length())));
    }
}
