package glissade.data;

import java.io.Serializable;

/**
 * Which rows to train on.
 *
 * @param source {@code digits}, {@code circles} or {@code mnist}
 * @param path folder of an IDX source; null for a generated one
 * @param rows training and validation rows of a generated source
 * @param testRows test rows of a generated source
 * @param noise of a generated source, each in its own terms
 * @param seed of a generated source and of the split
 * @param validation share of the training rows held out
 * @param scale every feature is divided by this
 */
public record DataSpec(
        String source, String path, long rows, long testRows, double noise, long seed, double validation, double scale)
        implements Serializable {
    public static final long DEFAULT_SEED = 42;
    public static final double DEFAULT_VALIDATION = 0;
    public static final double DEFAULT_SCALE = 1;

    public DataSpec {
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("data.validation must be in range [0, 1), got " + validation);
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("data.scale must be in range (0, inf), got " + scale);
        }
        if (rows < 0 || testRows < 0) {
            throw new IllegalArgumentException("data.rows must not be negative");
        }
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("data.noise must be in range [0, inf), got " + noise);
        }
    }
}
