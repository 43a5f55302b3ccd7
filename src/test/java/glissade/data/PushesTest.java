package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import org.junit.jupiter.api.Test;

class PushesTest {
    private static final int ROWS = 30_000;
    private static final Block BLOCK = Samples.read(
                    Generated.of("noise").withRows(ROWS, 0).open(), Part.TRAINING, 0, ROWS)
            .toDense();

    @Test
    void thePushesOfAPairCancel() {
        for (int row = 0; row < ROWS; row += 2) {
            for (int i = 0; i < 2; i++) {
                assertEquals(0f, BLOCK.values()[2 * row + i] + BLOCK.values()[2 * row + 2 + i]);
            }
        }
    }

    @Test
    void pushesAreStandardGaussianAndTargetsZero() {
        double products = 0;
        for (int row = 0; row < ROWS; row++) {
            products += BLOCK.values()[2 * row] * BLOCK.values()[2 * row + 1];
            assertEquals(0f, BLOCK.targets()[row]);
        }
        assertEquals(0, products / ROWS, 4 / Math.sqrt(ROWS / 2.0));
        for (int i = 0; i < 2; i++) {
            assertEquals(1, Moments.ofFeature(BLOCK, i).variance(), 4 * Math.sqrt(2 / (ROWS / 2.0)));
        }
    }

    /** A landscape without noise needs one row, and has no spread of targets. */
    @Test
    void oneRowWillDo() {
        DataSummary summary = DataSets.open(Generated.of("noise").spec()).summary();
        assertEquals(1, summary.trainingRows());
        assertEquals(0, summary.testRows());
        assertEquals(0, summary.targetVariance());
        assertEquals(0, summary.classes());
    }
}
