package glissade.data;

import java.io.Serializable;

/**
 * Which rows to train on.
 *
 * @param source the text of a {@link SourceKind}
 * @param path folder of an IDX source, or file, folder or glob of a table; null for a generated one
 * @param generator what a generated source is asked for; null for one of files
 * @param seed of a generated source and of the split
 * @param validation share of the training rows held out
 * @param scale every feature is divided by this
 * @param table how a table is read; null for another source
 */
public record DataSpec(
        String source,
        String path,
        GeneratorSpec generator,
        long seed,
        double validation,
        double scale,
        TableSpec table)
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
        if (table != null && (path == null || path.isBlank())) {
            throw new IllegalArgumentException("data.path must be given: a file, a folder or a glob of " + source);
        }
    }

    /** Not of a table. */
    public DataSpec(String source, String path, GeneratorSpec generator, long seed, double validation, double scale) {
        this(source, path, generator, seed, validation, scale, null);
    }
}
