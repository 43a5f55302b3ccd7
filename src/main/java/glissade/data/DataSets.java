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

    /** Opens and scans in this JVM, however long it takes. */
    public static ScannedData open(DataSpec spec) {
        CanonicalRows rows = rows(spec);
        return new ScannedData(rows, DataScan.isSmall(rows.shape()) ? DataScan.keeping(rows) : DataScan.alone(rows));
    }

    /** Opens and scans; Spark is asked for only when the data is large. */
    public static ScannedData open(DataSpec spec, Supplier<JavaSparkContext> spark) {
        CanonicalRows rows = rows(spec);
        return new ScannedData(
                rows, DataScan.isSmall(rows.shape()) ? DataScan.keeping(rows) : DataScan.withSpark(rows, spark.get()));
    }

    private static CanonicalRows rows(DataSpec spec) {
        return new CanonicalRows(SourceKind.of(spec.source()).open(spec), spec);
    }
}
