package glissade.data;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;

/**
 * The random numbers of one generated row: draw d of row r is a pure function of (seed, part, d, r). A draw is used for
 * one number only.
 */
record RowRandomness(long seed, Source.Part part, long row) {
    /** In [0, 1). */
    double uniform(int draw) {
        return Randomness.uniform(seed, Purpose.DATA, stream(draw), row);
    }

    /** In [low, high). */
    double uniform(int draw, double low, double high) {
        return low + (high - low) * uniform(draw);
    }

    /** One of 0, 1, ..., bound - 1. */
    int below(int bound, int draw) {
        return (int) Randomness.below(bound, seed, Purpose.DATA, stream(draw), row);
    }

    /** 0 or 1: rows 2k and 2k + 1 get one of each in random order. */
    int sideOfPair(int draw) {
        long first = row & ~1L;
        boolean swapped = at(first).below(2, draw) == 1;
        return (row != first) == swapped ? 0 : 1;
    }

    double gaussian(int draw) {
        return Randomness.gaussian(seed, Purpose.DATA, stream(draw), row);
    }

    /** The same draws for another row. */
    RowRandomness at(long otherRow) {
        return new RowRandomness(seed, part, otherRow);
    }

    private int stream(int draw) {
        return 2 * draw + (part == Source.Part.TEST ? 1 : 0);
    }
}
