package glissade.data;

import java.io.Serializable;
import java.util.List;

/**
 * Which rows to train on.
 *
 * @param source the text of a {@link SourceKind}
 * @param path folder of an IDX source, or file, folder or glob of a table; null for a generated one
 * @param generator what a generated source is asked for; null for one of files
 * @param seed of a generated source and of the split
 * @param validation share of the training rows held out
 * @param scale every feature is divided by this, where the scaling is constant
 * @param scaling what becomes of features
 * @param split how rows are chosen to be held out
 * @param table how a table is read; null for another source
 */
public record DataSpec(
        String source,
        String path,
        GeneratorSpec generator,
        long seed,
        double validation,
        double scale,
        ScalingKind scaling,
        SplitKind split,
        TableSpec table)
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
        if (table != null && (path == null || path.isBlank())) {
            throw new IllegalArgumentException("data.path must be given: a file, a folder or a glob of " + source);
        }
    }

    /** Not of a table; features divided by a constant, rows held out by hash. */
    public DataSpec(String source, String path, GeneratorSpec generator, long seed, double validation, double scale) {
        this(source, path, generator, seed, validation, scale, DEFAULT_SCALING, DEFAULT_SPLIT, null);
    }

    /** Whether rows are read from the disk of the machine that runs this. */
    public boolean readsThisMachine() {
        return !placesOnThisMachine().isEmpty();
    }

    /** Its files, folders and globs that other machines do not see. */
    public List<String> placesOnThisMachine() {
        return SourceKind.of(source).places(this).stream()
                .filter(place -> Storage.of(place).isThisMachine(place))
                .toList();
    }

    public DataSpec with(ScalingKind otherScaling) {
        return new DataSpec(source, path, generator, seed, validation, scale, otherScaling, split, table);
    }

    public DataSpec with(SplitKind otherSplit) {
        return new DataSpec(source, path, generator, seed, validation, scale, scaling, otherSplit, table);
    }

    /** With another way to read a table. */
    public DataSpec with(TableSpec otherTable) {
        return new DataSpec(
                source, path == null ? source : path, generator, seed, validation, scale, scaling, split, otherTable);
    }

    /**
     * All that decides which rows a split holds, so that two data sets of which this is equal are measured on the same ones: not
     * how features are scaled or which are left out, and for test rows not how many others there are or which of these are
     * held out.
     */
    public DataSpec rowsOf(Split part) {
        boolean test = part == Split.TEST;
        boolean given = generator == null && (table == null || table.test() == 0);
        return new DataSpec(
                source,
                path,
                test && generator != null ? generator.withRows(1) : generator,
                test && given ? DEFAULT_SEED : seed,
                test ? DEFAULT_VALIDATION : validation,
                DEFAULT_SCALE,
                DEFAULT_SCALING,
                test ? DEFAULT_SPLIT : split,
                table == null ? null : table.withAllColumns());
    }
}
