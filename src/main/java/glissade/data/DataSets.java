package glissade.data;

import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Where data begins: from a spec to scanned data. What is wrong with the data is told as {@link BadData}. */
public final class DataSets {
    private DataSets() {}

    /** Tells data sets apart without reading them: a generator's settings, or names, lengths and times of files. */
    public static String cheapFingerprint(DataSpec spec) {
        return SourceKind.of(spec.source()).describe(spec);
    }

    /** What is true of a generated source, without making its rows; of files nothing is known. */
    public static Truth truth(DataSpec spec) {
        return SourceKind.of(spec.source()).isGenerated() ? source(spec, null).truth() : Truth.UNKNOWN;
    }

    /** The rows of a generated source, to be written elsewhere. */
    public static SourceRows rows(DataSpec spec) {
        if (!SourceKind.of(spec.source()).isGenerated()) {
            throw new BadData("data.source = " + spec.source() + " is read from files, not generated");
        }
        return new SourceRows(source(spec, null));
    }

    /** Opens and scans in this JVM, however long it takes. */
    public static ScannedData open(DataSpec spec) {
        CanonicalRows rows = new CanonicalRows(source(spec, null), spec);
        return new ScannedData(rows, rows.isSmall() ? DataScan.keeping(rows) : DataScan.alone(rows));
    }

    /** Opens and scans; Spark is asked for only when the data is large, and then this JVM looks at no row. */
    public static ScannedData open(DataSpec spec, Supplier<JavaSparkContext> spark) {
        Source source = source(spec, spark);
        if (source.isSmall()) {
            CanonicalRows rows = new CanonicalRows(source, spec);
            return new ScannedData(rows, DataScan.keeping(rows));
        }
        long count = source.shape().trainingRows();
        SplitIndex index = DataScan.index(CanonicalRows.split(source, spec), count, spark.get());
        CanonicalRows rows = new CanonicalRows(source, spec, index);
        return new ScannedData(rows, DataScan.withSpark(rows, spark.get()));
    }

    /** With a Spark to ask for, or null. */
    private static Source source(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return SourceKind.of(spec.source()).open(spec, spark);
    }
}
