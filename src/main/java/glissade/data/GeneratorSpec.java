package glissade.data;

import java.io.Serializable;
import java.util.List;

/**
 * What a generated source is asked for. Its defaults are those of {@link SourceKind#standard}; what a source has no use
 * for stays at its default.
 *
 * @param rows training and validation rows
 * @param testRows test rows
 * @param noise how far rows stray from their pattern, for each source in its own terms
 * @param features numbers a row
 * @param classes kinds of rows, 0 for a value target
 * @param sampling how features are drawn that mean nothing by themselves
 * @param weights true weights of a linear score, one for each feature; empty: drawn from the seed
 * @param bias true bias of a linear score
 */
public record GeneratorSpec(
        long rows,
        long testRows,
        double noise,
        int features,
        int classes,
        Sampling sampling,
        List<Double> weights,
        double bias)
        implements Serializable {
    /** What a scan remembers of so many rows, 32 bytes for each 4,096 of them, still fits one array of the driver. */
    public static final long MOST_ROWS = 1L << 36;

    public static final int MOST_FEATURES = 1 << 20;
    public static final int MOST_CLASSES = 1 << 16;

    public GeneratorSpec {
        weights = List.copyOf(weights);
        requireRange("data.rows", rows, 0, MOST_ROWS);
        requireRange("data.test-rows", testRows, 0, MOST_ROWS);
        requireRange("data.features", features, 1, MOST_FEATURES);
        requireRange("data.classes", classes, 0, MOST_CLASSES);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("data.noise must be in range [0, inf), got " + noise);
        }
        if (!weights.isEmpty() && weights.size() != features) {
            throw new IllegalArgumentException("data.weights must hold one number for each of the " + features
                    + " data.features, got " + weights.size());
        }
        if (!weights.stream().allMatch(Double::isFinite) || !Double.isFinite(bias)) {
            throw new IllegalArgumentException("data.weights and data.bias must be finite");
        }
    }

    /** Without a linear score. */
    static GeneratorSpec of(long rows, long testRows, double noise, int features, int classes) {
        return new GeneratorSpec(rows, testRows, noise, features, classes, Sampling.UNIFORM, List.of(), 0);
    }

    /** Another number of rows to train on, which the test rows do not depend on. */
    GeneratorSpec withRows(long otherRows) {
        return new GeneratorSpec(otherRows, testRows, noise, features, classes, sampling, weights, bias);
    }

    private static void requireRange(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be in range [" + least + ", " + most + "], got " + value);
        }
    }
}
