package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.SampleLosses;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards may arrive in any order and grouping: the sum has the bits of the tree that the contract writes down. */
class CanonicalSumTest {
    private static final int LENGTH = 33;

    private static boolean everyShard(int shard) {
        return shard >= 0;
    }

    /** Numbers of very different sizes, so that another order of summation rounds differently. */
    private static float[] gradient(int shard) {
        float[] gradient = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double exponent = 60 * Randomness.uniform(1, Purpose.DATA, shard, 2L * i) - 30;
            double sign = Randomness.uniform(1, Purpose.DATA, shard, 2L * i + 1) - 0.5;
            gradient[i] = (float) (sign * StrictMath.pow(2, exponent));
        }
        return gradient;
    }

    private static ShardPartial leaf(int shards, int shard, IntPredicate present) {
        return present.test(shard)
                ? new ShardPartial(shards, shard, gradient(shard), SampleLosses.of(gradient(shard)))
                : new ShardPartial(shards, shard, null, null);
    }

    /** node(m, r) = node(2m, r) + node(2m, r + m), a class without rows being absent: null here. */
    private static float[] node(int m, int r, int shards, IntPredicate present) {
        if (m == shards) {
            return present.test(r) ? gradient(r) : null;
        }
        float[] left = node(2 * m, r, shards, present);
        float[] right = node(2 * m, r + m, shards, present);
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        float[] sum = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            sum[i] = left[i] + right[i];
        }
        return sum;
    }

    /** The same tree over losses; zero is as good as absent here, as no loss is negative zero. */
    private static double lossNode(int m, int r, int shards, IntPredicate present) {
        if (m == shards) {
            return present.test(r) ? SampleLosses.of(gradient(r)).loss(0) : 0;
        }
        return lossNode(2 * m, r, shards, present) + lossNode(2 * m, r + m, shards, present);
    }

    private static List<Integer> shuffled(int shards, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, shards).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static void assertIsTree(ShardPartial root, int shards, IntPredicate present) {
        assertArrayEquals(Bits.bits(node(1, 0, shards, present)), Bits.bits(root.gradient()));
        assertEquals(lossNode(1, 0, shards, present), root.sums().loss(0));
        long count = IntStream.range(0, shards).filter(present).count();
        assertEquals(count * LENGTH, root.sums().rows());
        assertEquals(count * LENGTH, root.sums().correct(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64})
    void anyOrderOfArrivalGivesTheTree(int shards) {
        for (long seed = 0; seed < 20; seed++) {
            CanonicalSum sum = new CanonicalSum();
            shuffled(shards, seed).forEach(shard -> sum.add(leaf(shards, shard, CanonicalSumTest::everyShard)));
            assertIsTree(sum.root(), shards, CanonicalSumTest::everyShard);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32, 64})
    void anyGroupingGivesTheTree(int shards) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<CanonicalSum> groups = new ArrayList<>();
            for (int i = 0; i < 1 + seed % 7; i++) {
                groups.add(new CanonicalSum());
            }
            shuffled(shards, seed).forEach(shard -> groups.get(random.nextInt(groups.size()))
                    .add(leaf(shards, shard, CanonicalSumTest::everyShard)));
            while (groups.size() > 1) {
                CanonicalSum one = groups.remove(random.nextInt(groups.size()));
                groups.get(random.nextInt(groups.size())).merge(one);
            }
            assertIsTree(groups.get(0).root(), shards, CanonicalSumTest::everyShard);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16, 32, 64})
    void anAbsentShardLetsItsSiblingPass(int shards) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            boolean[] there = new boolean[shards];
            for (int shard = 0; shard < shards; shard++) {
                there[shard] = random.nextInt(3) == 0;
            }
            there[random.nextInt(shards)] = true;
            CanonicalSum sum = new CanonicalSum();
            shuffled(shards, seed).forEach(shard -> sum.add(leaf(shards, shard, s -> there[s])));
            assertIsTree(sum.root(), shards, s -> there[s]);
        }
    }

    /** A sum with -0 keeps it where its sibling is absent; adding +0 would lose it. */
    @Test
    void absenceIsNotZero() {
        ShardPartial negativeZero = new ShardPartial(2, 1, new float[] {-0f}, SampleLosses.of(1f));
        ShardPartial root =
                new CanonicalSum().add(negativeZero).add(leaf(2, 0, s -> false)).root();
        assertEquals(Float.floatToIntBits(-0f), Float.floatToIntBits(root.gradient()[0]));
    }

    @Test
    void addingInOrderOfArrivalWouldDiffer() {
        int shards = 8;
        float[] naive = new float[LENGTH];
        float[] backwards = new float[LENGTH];
        for (int shard = 0; shard < shards; shard++) {
            for (int i = 0; i < LENGTH; i++) {
                naive[i] += gradient(shard)[i];
                backwards[i] += gradient(shards - 1 - shard)[i];
            }
        }
        assertFalse(Arrays.equals(naive, backwards), "two orders of arrival");
        assertFalse(
                Arrays.equals(naive, node(1, 0, shards, CanonicalSumTest::everyShard)), "ascending order and the tree");
    }

    @Test
    void aClassOfShardsModuloAPowerOfTwoIsOneNode() {
        for (int shards : new int[] {1, 2, 8, 64}) {
            for (int partitions = 1; partitions <= shards; partitions *= 2) {
                for (int remainder = 0; remainder < partitions; remainder++) {
                    CanonicalSum sum = new CanonicalSum();
                    for (int shard = remainder; shard < shards; shard += partitions) {
                        sum.add(leaf(shards, shard, CanonicalSumTest::everyShard));
                    }
                    assertEquals(1, sum.nodes(), remainder + " modulo " + partitions + " of " + shards);
                }
            }
        }
    }

    @Test
    void aSumThatLacksShardsHasNoRoot() {
        CanonicalSum sum = new CanonicalSum()
                .add(leaf(4, 0, CanonicalSumTest::everyShard))
                .add(leaf(4, 2, CanonicalSumTest::everyShard));
        assertTrue(assertThrows(IllegalStateException.class, sum::root)
                .getMessage()
                .contains("lacks shards"));
        assertThrows(IllegalStateException.class, new CanonicalSum()::root);
    }
}
