package glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ShardCountTest {
    private static int count(long storedValues) {
        return ShardCount.of(storedValues, OptionalInt.empty()).count();
    }

    @Test
    void oneShardHoldsUpTo2To27Values() {
        assertEquals(1, count(0));
        assertEquals(1, count(1L << 27));
        assertEquals(4, count((1L << 27) + 1));
    }

    @Test
    void beyondThatEveryShardStaysUnder2To26() {
        assertEquals(4, count((1L << 28) - 1));
        assertEquals(8, count(1L << 28));
        assertEquals(8, count((1L << 29) - 1));
        assertEquals(16, count(1L << 29));
        assertEquals(1 << 20, count((1L << 46) - 1));
    }

    @Test
    void aPinnedNumberWins() {
        assertEquals(2, ShardCount.of(1L << 40, OptionalInt.of(2)).count());
    }
}
