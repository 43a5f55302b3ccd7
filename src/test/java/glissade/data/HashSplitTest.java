package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Segment;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashSplitTest {
    static BitSet held(RowSplit split, long from, int rows) {
        BitSet held = new BitSet();
        for (int i = 0; i < rows; i++) {
            held.set(i, split.of(from + i, Float.NaN) == Split.VALIDATION);
        }
        return held;
    }

    private static HashSplit split(double share, long seed, Segment... segments) {
        return new HashSplit(new RowKeys(seed, List.of(segments)), share, Split.VALIDATION);
    }

    @Test
    void theShareIsMet() {
        int rows = 100_000;
        for (double share : new double[] {0.01, 0.1, 0.5, 0.9}) {
            double deviation = Math.sqrt(rows * share * (1 - share));
            int held = held(split(share, 42, new Segment("a", rows)), 0, rows).cardinality();
            assertEquals(rows * share, held, 4 * deviation);
        }
    }

    @Test
    void appendedRowsLeaveTheOthersWhereTheyWere() {
        BitSet before = held(split(0.2, 42, new Segment("a", 5_000)), 0, 5_000);
        assertEquals(before, held(split(0.2, 42, new Segment("a", 9_000)), 0, 5_000));
    }

    @Test
    void anotherFileLeavesTheOthersWhereTheyWere() {
        HashSplit one = split(0.2, 42, new Segment("b", 3_000));
        HashSplit three = split(0.2, 42, new Segment("a", 777), new Segment("b", 3_000), new Segment("c", 10));
        assertEquals(held(one, 0, 3_000), held(three, 777, 3_000));
    }

    @Test
    void anEmptyFileChangesNothing() {
        HashSplit without = split(0.5, 42, new Segment("a", 100), new Segment("b", 100));
        HashSplit with = split(
                0.5,
                42,
                new Segment("x", 0),
                new Segment("a", 100),
                new Segment("y", 0),
                new Segment("z", 0),
                new Segment("b", 100));
        assertEquals(held(without, 0, 200), held(with, 0, 200));
    }

    @Test
    void filesAndSeedsAreSplitEachInTheirOwnWay() {
        BitSet held = held(split(0.5, 42, new Segment("a", 1_000)), 0, 1_000);
        assertNotEquals(held, held(split(0.5, 42, new Segment("b", 1_000)), 0, 1_000));
        assertNotEquals(held, held(split(0.5, 43, new Segment("a", 1_000)), 0, 1_000));
    }

    @Test
    void aLargerShareHoldsTheRowsOfASmallerOneToo() {
        BitSet large = held(split(0.3, 42, new Segment("a", 10_000)), 0, 10_000);
        BitSet small = held(split(0.1, 42, new Segment("a", 10_000)), 0, 10_000);
        small.andNot(large);
        assertTrue(small.isEmpty());
    }
}
