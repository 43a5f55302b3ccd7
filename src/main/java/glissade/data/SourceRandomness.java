package glissade.data;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;

/** The random numbers of a generated source as a whole, such as true weights: from streams that no row uses. */
record SourceRandomness(long seed) {
    /** In [low, high), the index-th of a draw. */
    double uniform(int draw, long index, double low, double high) {
        return low + (high - low) * Randomness.uniform(seed, Purpose.DATA, stream(draw), index);
    }

    double gaussian(int draw, long index) {
        return Randomness.gaussian(seed, Purpose.DATA, stream(draw), index);
    }

    /** Those of rows are not negative. */
    private static int stream(int draw) {
        return -1 - draw;
    }
}
