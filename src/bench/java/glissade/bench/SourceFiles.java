package glissade.bench;

import glissade.data.DataSets;
import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.SourceKind;
import glissade.data.SourceRows;
import glissade.data.Split;
import glissade.data.TableSpec;
import glissade.store.RowFolder;
import glissade.store.RowFormat;
import glissade.store.RowShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * What the rows about data read and generate: {@code SourceFiles FOLDER} writes the files, tables with the code of
 * {@code glissade data}.
 */
final class SourceFiles {
    private static final long SEED = 42;
    /** Full rows of few columns. */
    private static final GeneratorSpec NARROW = generator(SourceKind.BLOBS, 100_000, 0, 20);

    /** Rows of many zeros; Parquet holds each as one list. */
    private static final GeneratorSpec WIDE = generator(SourceKind.DIGITS, 10_000, 0, 784);

    private final Path folder;

    SourceFiles(Path folder) {
        this.folder = folder;
    }

    /** A pass to measure: what it is called, what it makes rows of, and the files of the same bytes. */
    record Pass(String name, DataSpec spec, List<Path> files) {}

    public static void main(String[] arguments) throws IOException {
        SourceFiles files = new SourceFiles(Path.of(arguments[0]));
        files.writeFloats();
        files.writeTables("narrow", spec(SourceKind.BLOBS, NARROW));
        files.writeTables("wide", spec(SourceKind.DIGITS, WIDE));
        IdxCopies.write(files.folder);
    }

    List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        for (SourceKind kind : generators()) {
            passes.add(new Pass("generate " + kind.text(), generated(kind), List.of(floats(kind))));
        }
        for (RowFormat format : RowFormat.values()) {
            passes.add(table("narrow", format, NARROW));
            passes.add(table("wide", format, WIDE));
        }
        for (String form : List.of("plain", "gzip")) {
            passes.add(new Pass("read mnist " + form, mnist(folder, form, 1), IdxCopies.files(folder, form)));
        }
        return passes;
    }

    /** MNIST, or what stands for it, its pixels divided by the scale. */
    static DataSpec mnist(Path folder, String form, double scale) {
        return new DataSpec("mnist", folder.resolve(form).toString(), null, SEED, 0, scale);
    }

    private Pass table(String name, RowFormat format, GeneratorSpec rows) {
        Path file = folder.resolve(name).resolve("train." + format.text());
        TableSpec table = new TableSpec(
                null,
                TableSpec.DEFAULT_TEST,
                TableSpec.DEFAULT_HEADER,
                TableSpec.DEFAULT_DELIMITER,
                null,
                null,
                List.of(),
                List.of(),
                TableSpec.DEFAULT_TASK,
                TableSpec.DEFAULT_MISSING,
                format == RowFormat.LIBSVM ? rows.features() : TableSpec.ALL_FEATURES);
        DataSpec spec = new DataSpec(
                format.text(),
                file.toString(),
                null,
                SEED,
                0,
                1,
                DataSpec.DEFAULT_SCALING,
                DataSpec.DEFAULT_SPLIT,
                table);
        return new Pass("read " + format.text() + ", " + rows.features() + " features", spec, List.of(file));
    }

    private void writeTables(String name, DataSpec spec) throws IOException {
        SourceRows rows = DataSets.rows(spec);
        RowFolder tables =
                new RowFolder(new Configuration(), folder.resolve(name).toString());
        for (RowFormat format : RowFormat.values()) {
            tables.write("train." + format.text(), format, new RowShape(rows.features(), true), rows::training);
        }
    }

    /** What a generator makes, as float32. */
    private void writeFloats() throws IOException {
        Files.createDirectories(folder);
        for (SourceKind kind : generators()) {
            RawData.write(DataSets.open(generated(kind)).sharded(1).load(0).rows(Split.TRAIN), floats(kind));
        }
    }

    private Path floats(SourceKind kind) {
        return folder.resolve(kind.text() + ".floats");
    }

    private static List<SourceKind> generators() {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.isGenerated() && kind != SourceKind.NOISE)
                .toList();
    }

    private static DataSpec generated(SourceKind kind) {
        long rows = kind == SourceKind.DIGITS ? WIDE.rows() : 5 * NARROW.rows();
        return spec(kind, generator(kind, rows, 0, kind.standard().features()));
    }

    static DataSpec spec(SourceKind kind, GeneratorSpec rows) {
        return new DataSpec(kind.text(), null, rows, SEED, 0, 1);
    }

    /** As usual but for its size. */
    static GeneratorSpec generator(SourceKind kind, long rows, long testRows, int features) {
        GeneratorSpec usual = kind.standard();
        return new GeneratorSpec(
                rows,
                testRows,
                usual.noise(),
                features,
                usual.classes(),
                usual.sampling(),
                usual.weights(),
                usual.bias());
    }
}
