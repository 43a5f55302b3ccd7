package glissade.data;

/**
 * Two classes that follow the logistic model: class 1 with probability {@code sigmoid((w . x + b) / noise)}, where
 * {@code w . x + b} is the {@link LinearScore}. With {@code data.noise} 1, the default, the log-odds are the score itself,
 * so that a trained model finds w and b; less noise makes labels surer, and with 0 the class is the score's sign.
 *
 * <p>In other words, class 1 is where the score exceeds noise times a standard logistic variable.
 */
final class Logistic extends GeneratedSource {
    private static final long serialVersionUID = 1;

    private static final int LABEL = 0;
    private static final int FEATURES = 1;

    private final LinearScore score;
    private final double noise;
    private final Sampling sampling;

    Logistic(DataSpec spec) {
        super(spec, spec.generator().features(), SourceShape.numbered(2));
        score = new LinearScore(spec);
        noise = spec.generator().noise();
        sampling = spec.generator().sampling();
    }

    /** How well the best rule does is known where scores are Gaussian or labels are sure. */
    @Override
    public Truth truth() {
        Truth truth = score.truth();
        if (noise == 0) {
            return truth.with(Truth.BAYES_ACCURACY, 1);
        }
        return sampling == Sampling.GAUSSIAN
                ? truth.with(
                        Truth.BAYES_ACCURACY, BayesAccuracy.ofLogOdds(score.bias() / noise, score.length() / noise))
                : truth;
    }

    @Override
    RowWriter writer() {
        return this::write;
    }

    private void write(RowRandomness random, BlockBuilder row) {
        double z = score.write(random, FEATURES, row);
        double probability = noise == 0 ? (z > 0 ? 1 : 0) : 1 / (1 + StrictMath.exp(-z / noise));
        row.endRow(random.uniform(LABEL) < probability ? 1 : 0);
    }
}
