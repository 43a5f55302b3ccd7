package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.data.Source.Segment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitIndexTest {
    @ParameterizedTest
    @CsvSource({"0, 100", "0.1, 1000", "0.1, 4096", "0.5, 12289", "0.001, 50000", "0.95, 9000"})
    void ranksAndRowsAreInverse(double share, int rows) {
        ValidationSplit split = new ValidationSplit(share, 7, List.of(new Segment("a", rows)));
        SplitIndex index = new SplitIndex(split, rows);
        int held = 0;
        for (int row = 0; row < rows; row++) {
            boolean isHeld = split.holds(row);
            int rank = isHeld ? held : row - held;
            assertEquals(isHeld, index.holds(row));
            if (row % 37 == 0 || row > rows - 50) {
                assertEquals(row, index.row(isHeld, rank));
                assertEquals(held, index.rank(true, row));
                assertEquals(row - held, index.rank(false, row));
            }
            held += isHeld ? 1 : 0;
        }
        assertEquals(held, index.heldRows());
        int heldRows = held;
        assertThrows(IndexOutOfBoundsException.class, () -> index.row(true, heldRows));
        assertThrows(IndexOutOfBoundsException.class, () -> index.row(false, rows - heldRows));
    }
}
