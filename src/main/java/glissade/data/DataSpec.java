package glissade.data;

import java.io.Serializable;

/**
 * Which rows to train on.
 *
 * @param source the text of a {@link SourceKind}
 * @param path folder of an IDX source; null for a generated one
 * @param generator what a generated source is asked for; null for one of files
 * @param seed of a generated source and of the split
 * @param validation share of the training rows held out
 * @param scale every feature is divided by this, where the scaling is constant
 * @param scaling what becomes of features
 * @param split how rows are chosen to be held out
 */
public record DataSpec(
        String source,
        String path,
        GeneratorSpec generator,
        long seed,
        double validation,
        double scale,
        ScalingKind scaling,
        SplitKind split)
        implements Serializable {
    public static final long DEFAULT_SEED = 42;
    public static final double DEFAULT_VALIDATION = 0;
    public static final double DEFAULT_SCALE = 1;
    public static final ScalingKind DEFAULT_SCALING = ScalingKind.CONSTANT;
    public static final SplitKind DEFAULT_SPLIT = SplitKind.HASH;

    public DataSpec {
        // Files of an older version do not say.
        scaling = scaling == null ? DEFAULT_SCALING : scaling;
        split = split == null ? DEFAULT_SPLIT : split;
        if (!(validation >= 0 && validation < 1)) {
            throw new IllegalArgumentException("data.validation must be in range [0, 1), got " + validation);
        }
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("data.scale must be in range (0, inf), got " + scale);
        }
    }

    /** Features divided by a constant, rows held out by hash. */
    public DataSpec(String source, String path, GeneratorSpec generator, long seed, double validation, double scale) {
        this(source, path, generator, seed, validation, scale, DEFAULT_SCALING, DEFAULT_SPLIT);
    }

    /** Whether rows are read from the disk of the machine that runs this. */
    public boolean readsThisMachine() {
        return generator == null && (path == null || path.startsWith("file:") || !path.matches("[\\w+.-]{2,}:.*"));
    }

    public DataSpec with(ScalingKind otherScaling) {
        return new DataSpec(source, path, generator, seed, validation, scale, otherScaling, split);
    }

    public DataSpec with(SplitKind otherSplit) {
        return new DataSpec(source, path, generator, seed, validation, scale, scaling, otherSplit);
    }
}
