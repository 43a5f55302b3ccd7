package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShardPlanTest {
    @Test
    void shardsFollowEachOtherAndDifferByAtMostOneRow() {
        for (long rows : new long[] {0, 1, 7, 8, 9, 4097, 1L << 40}) {
            for (int shards = 1; shards <= 64; shards *= 2) {
                ShardPlan plan = new ShardPlan(rows, shards);
                long next = 0;
                for (int s = 0; s < shards; s++) {
                    assertEquals(next, plan.start(s));
                    assertEquals(rows / shards + (s < rows % shards ? 1 : 0), plan.size(s));
                    next += plan.size(s);
                }
                assertEquals(rows, next);
            }
        }
    }

    @Test
    void onlyPowersOfTwoAreShardCounts() {
        for (int shards : new int[] {0, -1, 3, 6, Integer.MIN_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> new ShardPlan(10, shards));
        }
    }
}
