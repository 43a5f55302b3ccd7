package glissade.data;

import java.util.List;

/**
 * Two rings around the origin, of radius 1 (class 0) and 1/2 (class 1), with Gaussian noise of standard deviation
 * {@code data.noise} on both coordinates. Rows 2k and 2k + 1 are one of each class in random order, so that the classes
 * stay balanced whatever the number of rows.
 *
 * <p>The distance from the origin says all: it has a Rice density for each ring, and the best rule compares the two. With
 * noise 0.155, the default, that rule is right for 0.945 of all rows; a straight line is right for 0.62 at best.
 */
final class Circles extends GeneratedSource {
    private static final long serialVersionUID = 1;
    private static final double[] RADII = {1, 0.5};

    private static final int CLASS = 0;
    private static final int ANGLE = 1;
    private static final int NOISE_X = 2;
    private static final int NOISE_Y = 3;

    private final double noise;

    Circles(DataSpec spec) {
        super(spec, 2, List.of("outer", "inner"));
        noise = spec.generator().noise();
    }

    @Override
    public Truth truth() {
        return Truth.UNKNOWN.with(Truth.BAYES_ACCURACY, BayesAccuracy.ofRings(RADII[0], RADII[1], noise));
    }

    @Override
    RowWriter writer() {
        return this::write;
    }

    private void write(RowRandomness random, BlockBuilder row) {
        int ring = random.sideOfPair(CLASS);
        double angle = random.uniform(ANGLE, 0, 2 * Math.PI);
        row.value(0, (float) (RADII[ring] * StrictMath.cos(angle) + noise * random.gaussian(NOISE_X)));
        row.value(1, (float) (RADII[ring] * StrictMath.sin(angle) + noise * random.gaussian(NOISE_Y)));
        row.endRow(ring);
    }
}
