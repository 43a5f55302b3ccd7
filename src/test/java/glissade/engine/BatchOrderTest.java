package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.KeyedPermutation;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Exact sampling without replacement, whatever the shards. */
class BatchOrderTest {
    private static final int[] SHARDS = {1, 2, 8};
    private static final int[] ROWS = {1, 5, 8, 97, 300, 1_003};
    private static final int[] BATCHES = {1, 2, 7, 64, 1_003};

    /** The rows of one shard in one batch. */
    private static int[] rows(BatchOrder order, int epoch, long step, int shard) {
        int[] rows = new int[order.mostRowsOfShard()];
        int count = order.rows(epoch, step, shard, rows);
        return Arrays.copyOf(rows, count);
    }

    private static int shardRows(int rows, int shards, int shard) {
        return rows / shards + (shard < rows % shards ? 1 : 0);
    }

    private static BatchOrder order(int rows, int shards, int batch) {
        return new BatchOrder(7, rows, shards, Math.min(batch, rows));
    }

    @Test
    void everyRowComesOnceAnEpoch() {
        for (int n : ROWS) {
            for (int shards : SHARDS) {
                for (int batch : BATCHES) {
                    BatchOrder order = order(n, shards, batch);
                    for (int shard = 0; shard < shards; shard++) {
                        int[] times = new int[shardRows(n, shards, shard)];
                        for (long step = 0; step < order.steps(); step++) {
                            for (int row : rows(order, 3, step, shard)) {
                                times[row]++;
                            }
                        }
                        assertTrue(Arrays.stream(times).allMatch(count -> count == 1), n + " rows, " + shards);
                    }
                }
            }
        }
    }

    @Test
    void aBatchIsFullButTheLast() {
        for (int n : ROWS) {
            for (int shards : SHARDS) {
                for (int batch : BATCHES) {
                    BatchOrder order = order(n, shards, batch);
                    int size = Math.min(batch, n);
                    assertEquals((n + size - 1) / size, order.steps());
                    for (long step = 0; step < order.steps(); step++) {
                        int met = 0;
                        for (int shard = 0; shard < shards; shard++) {
                            met += rows(order, 0, step, shard).length;
                        }
                        assertEquals(order.rows(step), met);
                        assertEquals(step + 1 < order.steps() ? size : n - step * size, met);
                    }
                }
            }
        }
    }

    /** Position p belongs to shard p mod S and is element p / S of that shard's permutation. */
    @Test
    void positionsGoToShardsInTurn() {
        int n = 1_003;
        int batch = 64;
        int epoch = 2;
        for (int shards : SHARDS) {
            BatchOrder order = order(n, shards, batch);
            int[][] expected = new int[shards][n];
            for (long step = 0; step < order.steps(); step++) {
                int[] counts = new int[shards];
                for (long p = step * batch; p < Math.min((step + 1) * batch, n); p++) {
                    int shard = (int) (p % shards);
                    long of = shardRows(n, shards, shard);
                    expected[shard][counts[shard]++] = (int) new KeyedPermutation(of, 7, epoch, shard).at(p / shards);
                }
                for (int shard = 0; shard < shards; shard++) {
                    assertArrayEquals(Arrays.copyOf(expected[shard], counts[shard]), rows(order, epoch, step, shard));
                }
            }
        }
    }

    @Test
    void epochsAndSeedsDiffer() {
        BatchOrder order = order(300, 1, 300);
        int[] first = rows(order, 0, 0, 0);
        assertFalse(Arrays.equals(first, rows(order, 1, 0, 0)));
        assertFalse(Arrays.equals(first, rows(new BatchOrder(8, 300, 1, 300), 0, 0, 0)));
        assertArrayEquals(first, rows(order, 0, 0, 0), "and come back");
    }

    /** Steps may be asked for in any order: nothing is remembered but the epoch. */
    @Test
    void stepsDoNotDependOnEachOther() {
        BatchOrder order = order(300, 2, 32);
        int[] fifth = rows(order(300, 2, 32), 1, 5, 1);
        rows(order, 4, 9, 0);
        assertArrayEquals(fifth, rows(order, 1, 5, 1));
    }

    @Test
    void moreShardsThanRowsLeavesShardsEmpty() {
        BatchOrder order = order(5, 8, 2);
        for (long step = 0; step < order.steps(); step++) {
            for (int shard = 5; shard < 8; shard++) {
                assertEquals(0, rows(order, 0, step, shard).length);
            }
        }
    }
}
