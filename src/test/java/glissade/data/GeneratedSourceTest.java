package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSourceTest {
    private static DataSpec spec(String source, long rows, long seed) {
        return new DataSpec(source, null, rows, 200, 0.1, seed, 0, 1);
    }

    private static Source source(String name, long rows) {
        return SourceKind.of(name).open(spec(name, rows, 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circles", "digits"})
    void rowsAreTheSameOneByOneInBulkAndBackwards(String name) {
        int rows = 2_500;
        Source source = source(name, rows);
        Block bulk = Samples.read(source, Part.TRAINING, 0, rows);
        Block[] single = new Block[rows];
        for (int row = rows - 1; row >= 0; row--) {
            single[row] = Samples.read(source, Part.TRAINING, row, row + 1);
        }
        Samples.assertSame(bulk, Samples.join(Arrays.asList(single)));
        List<Block> uneven = new ArrayList<>();
        for (int from = 0, to = 1; from < rows; from = to, to = Math.min(rows, 3 * to)) {
            uneven.add(Samples.read(source, Part.TRAINING, from, to));
        }
        Samples.assertSame(bulk, Samples.join(uneven));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circles", "digits"})
    void aLargerSetBeginsWithTheRowsOfASmallerOne(String name) {
        Samples.assertSame(
                Samples.read(source(name, 100), Part.TRAINING, 0, 100),
                Samples.read(source(name, 1_000), Part.TRAINING, 0, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circles", "digits"})
    void testRowsAndSeedsAreNews(String name) {
        Block training = Samples.read(source(name, 200), Part.TRAINING, 0, 200);
        Block test = Samples.read(source(name, 200), Part.TEST, 0, 200);
        Block otherSeed = Samples.read(SourceKind.of(name).open(spec(name, 200, 43)), Part.TRAINING, 0, 200);
        assertNotEquals(Arrays.hashCode(training.values()), Arrays.hashCode(test.values()));
        assertNotEquals(Arrays.hashCode(training.values()), Arrays.hashCode(otherSeed.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"circles", "digits"})
    void rowsFarOutCostNoMoreThanTheFirst(String name) {
        Source source = source(name, 1L << 40);
        Block block = Samples.read(source, Part.TRAINING, (1L << 40) - 3, 1L << 40);
        assertEquals(3, block.rows());
    }

    @Test
    void noRowsAreRefused() {
        BadData refusal = assertThrows(BadData.class, () -> source("circles", 0));
        assertEquals("data.rows must be at least 1, got 0", refusal.getMessage());
    }
}
