package glissade.data;

import java.util.ArrayList;
import java.util.List;

/**
 * As many Gaussian clouds as classes, each row in one of them at random. Centres are drawn from the seed, uniform over
 * [-5, 5) in every feature; {@code data.noise} is the standard deviation of a cloud, the same in all directions.
 */
final class Blobs extends GeneratedSource {
    private static final long serialVersionUID = 1;
    private static final double FARTHEST = 5;
    private static final long MOST_COORDINATES = 1L << 24;

    private static final int CENTRES = 0;

    private static final int CLASS = 0;
    private static final int FEATURES = 1;

    private final double[][] centres;
    private final double noise;

    Blobs(DataSpec spec) {
        super(
                spec,
                spec.generator().features(),
                SourceShape.numbered(spec.generator().classes()));
        centres = centres(new SourceRandomness(spec.seed()), spec.generator());
        noise = spec.generator().noise();
    }

    private static double[][] centres(SourceRandomness random, GeneratorSpec asked) {
        if ((long) asked.classes() * asked.features() > MOST_COORDINATES) {
            throw new BadData("data.classes times data.features must be at most " + MOST_COORDINATES
                    + " for blobs, got " + asked.classes() + " times " + asked.features());
        }
        double[][] centres = new double[asked.classes()][asked.features()];
        for (int k = 0; k < centres.length; k++) {
            for (int i = 0; i < centres[k].length; i++) {
                centres[k][i] = random.uniform(CENTRES, ((long) k << 32) + i, -FARTHEST, FARTHEST);
            }
        }
        return centres;
    }

    /** Between two clouds the best rule is the plane half way: what counts is how many deviations they are apart. */
    @Override
    public Truth truth() {
        List<Truth.Fact> places = new ArrayList<>();
        for (int k = 0; k < centres.length; k++) {
            places.addAll(Truth.numbered("centre." + k, centres[k]));
        }
        Truth truth = new Truth(places);
        if (centres.length != 2) {
            return truth;
        }
        double squares = 0;
        for (int i = 0; i < centres[0].length; i++) {
            double apart = (centres[1][i] - centres[0][i]) / noise;
            squares += apart * apart;
        }
        return truth.with(
                Truth.BAYES_ACCURACY, noise == 0 ? 1 : BayesAccuracy.ofLogOdds(squares / 2, Math.sqrt(squares)));
    }

    @Override
    RowWriter writer() {
        return this::write;
    }

    private void write(RowRandomness random, BlockBuilder row) {
        int k = random.below(centres.length, CLASS);
        for (int i = 0; i < centres[k].length; i++) {
            row.value(i, (float) (centres[k][i] + noise * random.gaussian(FEATURES + i)));
        }
        row.endRow(k);
    }
}
