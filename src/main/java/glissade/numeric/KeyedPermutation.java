package glissade.numeric;

import glissade.numeric.Randomness.Purpose;
import java.util.Objects;

/**
 * The order in which an epoch visits the rows of a shard: a bijection of [0, size) keyed by (seed, epoch, shard) that is
 * computed, not stored.
 *
 * <p>A position is written as (row, column) on a grid of about sqrt(size) rows and columns. A round adds to the row a
 * keyed hash of the column, modulo the rows, and the next round the other way about: each is undone by a subtraction, so
 * any number of them is a bijection of the grid (an unbalanced Feistel network in the sense of Black and Rogaway,
 * "Ciphers with arbitrary finite domains", CT-RSA 2002). The grid has fewer positions beyond size than it has rows;
 * the few elements that land there are sent through again until they come back.
 *
 * <p>On tiny grids such rounds mix slowly, so up to {@link #SHUFFLED} elements are shuffled outright (Fisher and Yates).
 */
public final class KeyedPermutation {
    /** Sizes up to this are stored. */
    static final int SHUFFLED = 256;

    /** Largest size: a grid of it has fewer than 2^63 positions. */
    private static final long MAX_SIZE = 1L << 62;

    /** With six rounds 20 million keys on the smallest grid show that two cells of a column are not quite independent. */
    private static final int ROUNDS = 8;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long MIX = 0xD6E8FEB86659FD93L;

    private final long size;
    private final long rows;
    private final long columns;
    private final long[] keys;
    private final int[] shuffled;

    public KeyedPermutation(long size, long seed, int epoch, int shard) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size must be in [1, 2^62], got " + size);
        }
        this.size = size;
        this.rows = (long) Math.sqrt((double) size);
        this.columns = (size - 1) / rows + 1;
        boolean tiny = size <= SHUFFLED;
        this.keys = tiny ? null : roundKeys(seed, epoch, shard);
        this.shuffled = tiny ? shuffle((int) size, seed, epoch, shard) : null;
    }

    private static long[] roundKeys(long seed, int epoch, int shard) {
        long[] keys = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = Randomness.bits(seed, Purpose.ORDER, shard, index(epoch, round));
        }
        return keys;
    }

    private static int[] shuffle(int size, long seed, int epoch, int shard) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = (int) Randomness.below(i + 1L, seed, Purpose.ORDER, shard, index(epoch, i));
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long index(int epoch, int draw) {
        return ((long) epoch << 32) | draw;
    }

    /** The element at a position of the order. */
    public long at(long position) {
        Objects.checkIndex(position, size);
        if (shuffled != null) {
            return shuffled[(int) position];
        }
        long element = position;
        do {
            element = onGrid(element);
        } while (element >= size);
        return element;
    }

    private long onGrid(long position) {
        long row = position / columns;
        long column = position - row * columns;
        for (int round = 0; round < ROUNDS; round += 2) {
            row = sum(row, hash(column, keys[round], rows), rows);
            column = sum(column, hash(row, keys[round + 1], columns), columns);
        }
        return row * columns + column;
    }

    private static long sum(long a, long b, long modulus) {
        long sum = a + b;
        return sum < modulus ? sum : sum - modulus;
    }

    /** 64 bits mixed from value and key, scaled to [0, bound): the high bits, which depend on all the others, decide. */
    private static long hash(long value, long key, long bound) {
        long mixed = value * GOLDEN + key;
        mixed = (mixed ^ (mixed >>> 32)) * MIX;
        return Math.multiplyHigh(mixed >>> 1, bound << 1);
    }
}
