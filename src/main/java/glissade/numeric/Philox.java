package glissade.numeric;

/**
 * Philox4x32-10: a keyed bijection of 128-bit counters whose values pass every known test of randomness.
 *
 * <p>One round on the words (c0, c1, c2, c3) under the key (k0, k1) is
 *
 * <pre>
 *   c0' = high(M1 c2) ^ c1 ^ k0    c1' = low(M1 c2)
 *   c2' = high(M0 c0) ^ c3 ^ k1    c3' = low(M0 c0)
 * </pre>
 *
 * and the key advances by (W0, W1) between the ten rounds. Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy
 * as 1, 2, 3", SC11. Words are packed into longs with the lower-numbered word in the lower half.
 */
public final class Philox {
    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /** Words 0 and 1 of the value at the given counter. */
    public static long firstWords(long counterLow, long counterHigh, long key) {
        return words(counterLow, counterHigh, key, false);
    }

    /** Words 2 and 3 of the value at the given counter. */
    public static long lastWords(long counterLow, long counterHigh, long key) {
        return words(counterLow, counterHigh, key, true);
    }

    private static long words(long counterLow, long counterHigh, long key, boolean last) {
        long c0 = counterLow & LOW;
        long c1 = counterLow >>> 32;
        long c2 = counterHigh & LOW;
        long c3 = counterHigh >>> 32;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = M0 * c0;
            long product1 = M1 * c2;
            c0 = (product1 >>> 32) ^ c1 ^ (k0 & LOW);
            c1 = product1 & LOW;
            c2 = (product0 >>> 32) ^ c3 ^ (k1 & LOW);
            c3 = product0 & LOW;
            k0 += W0;
            k1 += W1;
        }
        return last ? (c3 << 32) | c2 : (c1 << 32) | c0;
    }
}
