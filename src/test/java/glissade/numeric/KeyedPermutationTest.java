package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyedPermutationTest {
    /** The smallest size that is computed rather than stored: where the rounds have the hardest task. */
    private static final int SMALLEST_GRID = KeyedPermutation.SHUFFLED + 1;

    private static long[] order(int size, long seed, int epoch, int shard) {
        KeyedPermutation permutation = new KeyedPermutation(size, seed, epoch, shard);
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = permutation.at(i);
        }
        return order;
    }

    @Test
    void everySizeUpToFiveThousandIsABijection() {
        for (int size = 1; size <= 5000; size++) {
            BitSet seen = new BitSet(size);
            for (long element : order(size, size, size % 7, size % 5)) {
                seen.set((int) element);
            }
            assertEquals(size, seen.cardinality(), "size " + size);
            assertEquals(size, seen.length(), "size " + size);
        }
    }

    @Test
    void largeSizesNeverRepeatAnElement() {
        long[] sizes = {1 << 20, (1 << 20) + 1, 1_000_000_007, 1L << 31, (1L << 40) - 1, 1L << 40, 1L << 62};
        for (long size : sizes) {
            KeyedPermutation permutation = new KeyedPermutation(size, 1, 2, 3);
            Set<Long> seen = new HashSet<>();
            int sampled = 100_000;
            for (int i = 0; i < sampled; i++) {
                long scattered = i + 1 + size / (2L * sampled) * i;
                for (long position : new long[] {i, size - 1 - i, scattered}) {
                    long element = permutation.at(position);
                    assertTrue(element >= 0 && element < size);
                    seen.add(element);
                }
            }
            assertTrue(seen.size() >= 3 * sampled - overlap(size, sampled), "size " + size);
        }
    }

    /** Sampled positions that coincide: the scattered ones that fall among the first. */
    private static int overlap(long size, int sampled) {
        int shared = 0;
        for (int i = 0; i < sampled; i++) {
            shared += i + 1 + size / (2L * sampled) * i < sampled ? 1 : 0;
        }
        return shared;
    }

    @Test
    void ordersNeverDrift() {
        assertEquals("[8, 4, 3, 1, 5, 2, 9, 7, 0, 6]", Arrays.toString(order(10, 42, 0, 0)));
        KeyedPermutation permutation = new KeyedPermutation(60_000, 42, 1, 2);
        assertEquals(37153, permutation.at(0));
        assertEquals(6380, permutation.at(1));
        assertEquals(944_682_418_578L, new KeyedPermutation(1L << 40, 42, 1, 2).at(12345));
    }

    @Test
    void allOrdersOfTwoToFiveElementsAreEquallyFrequent() {
        int[] factorials = {1, 1, 2, 6, 24, 120};
        for (int size = 2; size <= 5; size++) {
            Map<String, Long> counts = new HashMap<>();
            for (int key = 0; key < 120_000; key++) {
                counts.merge(Arrays.toString(order(size, 7, key, 0)), 1L, Long::sum);
            }
            assertEquals(factorials[size], counts.size());
            long[] frequencies =
                    counts.values().stream().mapToLong(Long::longValue).toArray();
            ChiSquare.assertUniform(frequencies, "orders of " + size);
        }
    }

    @Test
    void pairsOfPositionsHoldEveryPairOfElementsEquallyOften() {
        int size = SMALLEST_GRID;
        // The last pair lies in one column of the grid (16 rows of 17 columns), the first in one row.
        int[][] pairs = {{0, 1}, {3, size / 2}, {0, size - 1}, {5, 5 + 17}};
        for (int[] pair : pairs) {
            long[] counts = new long[size * (size - 1)];
            for (int key = 0; key < 700_000; key++) {
                KeyedPermutation permutation = new KeyedPermutation(size, 11, key, 0);
                int first = (int) permutation.at(pair[0]);
                int second = (int) permutation.at(pair[1]);
                counts[first * (size - 1) + (second < first ? second : second - 1)]++;
            }
            ChiSquare.assertUniform(counts, "positions " + Arrays.toString(pair));
        }
    }

    @Test
    void successiveElementsAreUncorrelated() {
        long[] sizes = {10_007, 60_000, 1L << 40};
        for (long size : sizes) {
            long[] cells = new long[50 * 50];
            long[] steps = new long[100];
            for (int epoch = 0; epoch < 50; epoch++) {
                KeyedPermutation permutation = new KeyedPermutation(size, 13, epoch, 1);
                for (int i = 0; i + 1 < 10_000; i += 2) {
                    long a = permutation.at(i);
                    long b = permutation.at(i + 1);
                    cells[part(a, size, 50) * 50 + part(b, size, 50)]++;
                    steps[part(Math.floorMod(b - a, size), size, 100)]++;
                }
            }
            ChiSquare.assertUniform(cells, "successive elements of " + size);
            ChiSquare.assertUniform(steps, "steps of " + size);
        }
    }

    /** Which of equally long parts of [0, size) an element falls in. */
    private static int part(long element, long size, int parts) {
        return (int) (element / (double) size * parts);
    }

    @Test
    void seedsEpochsAndShardsGiveUnrelatedOrders() {
        int size = 10_000;
        long[] base = order(size, 1, 1, 1);
        assertUnrelated(base, order(size, 2, 1, 1));
        assertUnrelated(base, order(size, 1, 2, 1));
        assertUnrelated(base, order(size, 1, 1, 2));
        assertFalse(Arrays.equals(order(20, 1, 1, 1), order(20, 1, 2, 1)));
        assertFalse(Arrays.equals(order(20, 1, 1, 1), order(20, 1, 1, 2)));
    }

    /** Two random orders agree in about one place (Poisson), so ten are one in ten million. */
    private static void assertUnrelated(long[] a, long[] b) {
        int agreements = 0;
        for (int i = 0; i < a.length; i++) {
            agreements += a[i] == b[i] ? 1 : 0;
        }
        assertTrue(agreements < 10, agreements + " agreements");
    }

    @Test
    void sizesAndPositionsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new KeyedPermutation(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new KeyedPermutation((1L << 62) + 1, 1, 1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> new KeyedPermutation(10, 1, 1, 1).at(10));
        assertThrows(IndexOutOfBoundsException.class, () -> new KeyedPermutation(1000, 1, 1, 1).at(-1));
    }
}
