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
        Source source = source(spec, null);
        return isSmall(source, spec)
                ? small(source, spec, Runtime.getRuntime().maxMemory())
                : large(source, spec, ScanPlace.HERE, Long.MAX_VALUE);
    }

    /**
     * Opens and scans; Spark is asked for only when the data is large, and then this JVM looks at no row. What cannot be held
     * in so much memory is refused, where it can be told before all is read.
     */
    public static ScannedData open(DataSpec spec, Supplier<JavaSparkContext> spark, long memoryBytes) {
        Source source = source(spec, spark);
        return isSmall(source, spec)
                ? small(source, spec, memoryBytes)
                : large(source, spec, new SparkPlace(spark.get()), memoryBytes);
    }

    /** Sparse rows are small by their non-zeros only as long as scaling does not fill them. */
    private static boolean isSmall(Source source, DataSpec spec) {
        return source.isSmall()
                && (spec.scaling().keepsZeros() || source.shape().isSmall());
    }

    /** The source is read once, whatever it takes to shape its rows. */
    private static ScannedData small(Source source, DataSpec spec, long memoryBytes) {
        Source atHand = Shaping.readsRows(spec) ? new RowsAtHand(source) : source;
        CanonicalRows rows = new Shaping(atHand, spec, ScanPlace.HERE, memoryBytes).rows();
        return scanned(rows.from(source), DataScan.keeping(rows), spec);
    }

    private static ScannedData large(Source source, DataSpec spec, ScanPlace place, long memoryBytes) {
        CanonicalRows rows = new Shaping(source, spec, place, memoryBytes).rows();
        return scanned(rows, DataScan.at(place, rows), spec);
    }

    private static ScannedData scanned(CanonicalRows rows, DataSummary summary, DataSpec spec) {
        return new ScannedData(
                rows,
                summary.withNotes(Shaping.notes(spec, rows.scaling().scaling())).withTable(rows.facts()));
    }

    /** With a Spark to ask for, or null. */
    private static Source source(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return SourceKind.of(spec.source()).open(spec, spark);
    }
}
