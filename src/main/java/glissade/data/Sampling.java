package glissade.data;

/** How features are drawn that mean nothing by themselves: independently of each other, with mean 0. */
public enum Sampling {
    /** From [-1, 1): variance 1/3. */
    UNIFORM {
        @Override
        double draw(RowRandomness random, int draw) {
            return random.uniform(draw, -1, 1);
        }
    },
    /** Variance 1. */
    GAUSSIAN {
        @Override
        double draw(RowRandomness random, int draw) {
            return random.gaussian(draw);
        }
    };

    abstract double draw(RowRandomness random, int draw);
}
