package glissade.config;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;

/**
 * One random choice of a sweep: a pure function of seed, key and number, so that neither more draws nor other axes change
 * it.
 *
 * @param seed of the search
 * @param stream of the key
 * @param index of the point
 */
record Draw(long seed, int stream, long index) {
    private static final String STREAM_FORMAT = "glissade search axis 1";
    private static final int INT_DIGITS = 8;

    /** A number for a path, another for each key. */
    static int stream(String path) {
        return Integer.parseUnsignedInt(new TypedHash(STREAM_FORMAT).text(path).hex(INT_DIGITS), 16);
    }

    /** In [low, high]; low itself where the generator gives 0. */
    double uniform(double low, double high) {
        double part = part();
        return within(low, high, low * (1 - part) + high * part);
    }

    /** The exponential of what is uniform between the logarithms; in [low, high], whatever rounding does. */
    double logUniform(double low, double high) {
        double from = StrictMath.log(low);
        return within(low, high, StrictMath.exp(from + (StrictMath.log(high) - from) * part()));
    }

    /** Any of low to high, both included, which must be less than 2^63 apart. */
    long whole(long low, long high) {
        long count = Math.addExact(Math.subtractExact(high, low), 1);
        return low + Randomness.below(count, seed, Purpose.SEARCH, stream, index);
    }

    private double part() {
        return Randomness.uniform(seed, Purpose.SEARCH, stream, index);
    }

    private static double within(double low, double high, double value) {
        return Math.max(low, Math.min(high, value));
    }
}
