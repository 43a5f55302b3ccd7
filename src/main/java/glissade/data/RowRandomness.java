package glissade.data;

import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;

/**
 * The random numbers of one generated row: draw d of row r is a pure function of (seed, part, d, r). A draw is used either
 * as a uniform or as a Gaussian number, never as both.
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

    double gaussian(int draw) {
        return Randomness.gaussian(seed, Purpose.DATA, stream(draw), row);
    }

    /** The same draws for another row. */
    RowRandomness at(long otherRow) {
        return new RowRandomness(seed, part, otherRow);
    }

    private int stream(int draw) {
        return 2 * draw + part.ordinal();
    }
}
