package glissade.data;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Features drawn by {@code data.sampling} and their score {@code w . x + b}, an ascending sum in double over the features
 * as rows hold them. The true weights w are {@code data.weights}, or standard Gaussian numbers drawn from the seed; the true
 * bias b is {@code data.bias}.
 */
final class LinearScore implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int WEIGHTS = 0;

    private final Sampling sampling;
    private final double[] weights;
    private final double bias;

    LinearScore(DataSpec spec) {
        GeneratorSpec asked = spec.generator();
        SourceRandomness random = new SourceRandomness(spec.seed());
        sampling = asked.sampling();
        bias = asked.bias();
        weights = IntStream.range(0, asked.features())
                .mapToDouble(i -> asked.weights().isEmpty()
                        ? random.gaussian(WEIGHTS, i)
                        : asked.weights().get(i))
                .toArray();
    }

    /** Writes a row's features, by draws from the given one on; its score. */
    double write(RowRandomness random, int firstDraw, BlockBuilder row) {
        double score = 0;
        for (int i = 0; i < weights.length; i++) {
            float feature = (float) sampling.draw(random, firstDraw + i);
            row.value(i, feature);
            score += weights[i] * feature;
        }
        return score + bias;
    }

    double bias() {
        return bias;
    }

    /** The length of w: how far scores stray from b where features are Gaussian. */
    double length() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return Math.sqrt(squares);
    }

    Truth truth() {
        return new Truth(Truth.numbered("weight", weights)).with("bias", bias);
    }
}
