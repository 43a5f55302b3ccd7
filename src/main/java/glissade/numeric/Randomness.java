package glissade.numeric;

/**
 * Every random number of the system: a pure function of (seed, purpose, stream, index), never of a call count.
 *
 * <p>The seed is the key of {@link Philox}; index, stream and purpose are its counter, so that distinct arguments meet
 * distinct counters and no two purposes ever share a value.
 */
public final class Randomness {
    private Randomness() {}

    /** What a number is drawn for. The codes are part of every result ever published: add, never change. */
    public enum Purpose {
        INITIALISATION(1),
        ORDER(2),
        DATA(3),
        NOISE(4),
        SPLIT(5),
        SEARCH(6),
        REPLICATE(7),
        TEST_SPLIT(8);

        private final int code;

        Purpose(int code) {
            this.code = code;
        }
    }

    /** 64 random bits. */
    public static long bits(long seed, Purpose purpose, int stream, long index) {
        return Philox.firstWords(index, ((long) purpose.code << 32) | (stream & 0xFFFFFFFFL), seed);
    }

    /** Uniform over the multiples of 2^-53 in [0, 1). */
    public static double uniform(long seed, Purpose purpose, int stream, long index) {
        return (bits(seed, purpose, stream, index) >>> 11) * 0x1p-53;
    }

    /**
     * Standard normal: the normal quantile of a uniform over the odd multiples of 2^-53, which keeps clear of 0 and 1 and
     * is symmetric about 1/2. Its magnitude is at most 8.21.
     */
    public static double gaussian(long seed, Purpose purpose, int stream, long index) {
        return NormalQuantile.at(((bits(seed, purpose, stream, index) >>> 12) + 0.5) * 0x1p-52);
    }

    /**
     * Uniform over [0, bound): the integer part of bound x u with u the 64 bits as a fraction. Every value's probability is
     * within 2^-64 of 1 / bound.
     */
    public static long below(long bound, long seed, Purpose purpose, int stream, long index) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be positive, got " + bound);
        }
        long bits = bits(seed, purpose, stream, index);
        // multiplyHigh is signed: where bits reads as bits - 2^64, the high half lacks one bound.
        return Math.multiplyHigh(bits, bound) + ((bits >> 63) & bound);
    }
}
