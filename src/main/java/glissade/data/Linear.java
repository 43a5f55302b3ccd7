package glissade.data;

import java.util.List;

/**
 * A value to predict: {@code y = w . x + b + e}, the {@link LinearScore} with Gaussian noise e of standard deviation
 * {@code data.noise}. No prediction has a mean squared error below the square of that.
 */
final class Linear extends GeneratedSource {
    private static final long serialVersionUID = 1;

    private static final int NOISE = 0;
    private static final int FEATURES = 1;

    private final LinearScore score;
    private final double noise;

    Linear(DataSpec spec) {
        super(spec, spec.generator().features(), List.of());
        score = new LinearScore(spec);
        noise = spec.generator().noise();
    }

    @Override
    public Truth truth() {
        return score.truth().with(Truth.BAYES_MSE, noise * noise);
    }

    @Override
    RowWriter writer() {
        return this::write;
    }

    private void write(RowRandomness random, BlockBuilder row) {
        row.endRow((float) (score.write(random, FEATURES, row) + noise * random.gaussian(NOISE)));
    }
}
