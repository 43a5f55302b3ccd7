package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Segment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitIndexTest {
    private static HashSplit split(double share, long rows) {
        return new HashSplit(new RowKeys(7, List.of(new Segment("a", rows))), share, Split.VALIDATION);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1000", "0.1, 4096", "0.5, 12289", "0.001, 50000", "0.95, 9000"})
    void theRowOfEveryRankLiesWithinItsBlock(double share, int rows) {
        HashSplit split = split(share, rows);
        SplitIndex index = SplitIndex.of(split, rows, ScanPlace.HERE);
        Map<Split, Long> ranks = new EnumMap<>(Split.class);
        Map<Split, Long> ranksOfBlock = new EnumMap<>(Split.class);
        for (int row = 0; row < rows; row++) {
            if (row % SplitIndex.BLOCK == 0) {
                ranksOfBlock = new EnumMap<>(ranks);
            }
            Split part = split.of(row, 0);
            assertEquals(part, index.split(row, 0));
            long rank = ranks.merge(part, 1L, Long::sum) - 1;
            RowRange around = index.around(part, new RowRange(rank, rank + 1));
            assertTrue(around.contains(row));
            assertTrue(around.size() <= SplitIndex.BLOCK);
            assertEquals(ranksOfBlock.getOrDefault(part, 0L), index.rank(part, around.from()));
        }
        for (Split part : Split.values()) {
            long count = ranks.getOrDefault(part, 0L);
            assertEquals(count, index.count(part));
            assertThrows(IndexOutOfBoundsException.class, () -> index.around(part, new RowRange(count, count + 1)));
        }
    }

    @Test
    void stretchesLeaveNoTrace() {
        int rows = 40_001;
        HashSplit split = split(0.3, rows);
        SplitIndex one = SplitIndex.of(split, rows, ScanPlace.HERE);
        for (int stretches : new int[] {2, 3, 10}) {
            SplitIndex several = SplitIndex.of(split, rows, new Stretches(stretches));
            for (int row = 0; row < rows; row += SplitIndex.BLOCK) {
                assertEquals(one.rank(Split.VALIDATION, row), several.rank(Split.VALIDATION, row));
                assertEquals(one.rank(Split.TRAIN, row), several.rank(Split.TRAIN, row));
            }
        }
    }

    @Test
    void withoutASplitEveryRowIsTrainedOn() {
        SplitIndex index = SplitIndex.whole(100);
        assertEquals(100, index.count(Split.TRAIN));
        assertEquals(0, index.count(Split.VALIDATION));
        assertEquals(new RowRange(7, 9), index.around(Split.TRAIN, new RowRange(7, 9)));
        assertEquals(Split.TRAIN, index.split(99, 1));
    }
}
