package glissade.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/** The values of {@code data.source}. */
public enum SourceKind {
    CIRCLES,
    MOONS,
    BLOBS,
    DIGITS,
    LINEAR,
    LOGISTIC,
    DUMMY,
    NOISE,
    MNIST,
    CSV,
    LIBSVM,
    PARQUET;

    /** As written in a config. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as written in a config. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SourceKind::text).toList();
    }

    public static SourceKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadData("data.source must be one of " + names() + ", got '" + text + "'"));
    }

    public boolean isGenerated() {
        return this != MNIST && !isTable();
    }

    /** Whether its files hold a table, so that a {@link TableSpec} says how to read it. */
    public boolean isTable() {
        return this == CSV || this == LIBSVM || this == PARQUET;
    }

    /** What a generated source is unless more is said: the one home of its defaults. */
    public GeneratorSpec standard() {
        return switch (this) {
            case CIRCLES -> GeneratorSpec.of(200, 200, 0.155, 2, 2);
            case MOONS -> GeneratorSpec.of(1_000, 1_000, 0.2, 2, 2);
            case BLOBS -> GeneratorSpec.of(1_000, 1_000, 1, 2, 3);
            case DIGITS -> GeneratorSpec.of(10_000, 2_000, 0, Digits.PIXELS, 10);
            case LINEAR -> GeneratorSpec.of(1_000, 1_000, 0.1, 5, 0);
            case LOGISTIC -> GeneratorSpec.of(1_000, 1_000, 1, 5, 2);
            case DUMMY -> GeneratorSpec.of(1_000, 1_000, 0, 5, 2);
            case NOISE -> GeneratorSpec.of(1, 0, 0, 2, 0);
            case MNIST, CSV, LIBSVM, PARQUET -> throw new IllegalStateException(text() + " is not generated");
        };
    }

    /** In this JVM alone. */
    Source open(DataSpec spec) {
        return open(spec, null);
    }

    /** With a Spark to ask for where there is much to look at before rows can be read, or null. */
    Source open(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return switch (this) {
            case CIRCLES -> new Circles(spec);
            case MOONS -> new Moons(spec);
            case BLOBS -> new Blobs(spec);
            case DIGITS -> new Digits(spec);
            case LINEAR -> new Linear(spec);
            case LOGISTIC -> new Logistic(spec);
            case DUMMY -> new Dummy(spec);
            case NOISE -> new Pushes(spec);
            case MNIST -> Mnist.open(spec);
            case CSV -> TextTables.csv(spec, spark);
            case LIBSVM -> TextTables.libsvm(spec, spark);
            case PARQUET -> ParquetTables.open(spec, spark);
        };
    }

    /** Where its files are looked for; empty for a generated one. */
    List<String> places(DataSpec spec) {
        return switch (this) {
            case MNIST -> List.of(Mnist.place(spec, System.getenv()));
            case CSV, LIBSVM, PARQUET ->
                Stream.of(spec.path(), spec.table().testPath())
                        .filter(Objects::nonNull)
                        .toList();
            default -> List.of();
        };
    }

    /** Tells data sets apart without reading them: settings, or names, lengths and times of files. */
    String describe(DataSpec spec) {
        return switch (this) {
            case MNIST -> Mnist.describe(spec);
            case CSV, LIBSVM, PARQUET -> TextTables.describe(spec);
            default -> GeneratedSource.describe(spec);
        };
    }
}
