package glissade.data;

import glissade.data.ParquetColumn.Kind;
import glissade.data.ParquetFiles.Counted;
import glissade.data.TableSpec.Task;
import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Opens tables in Parquet files. Their ends tell columns and rows; the first row tells how long lists and vectors are; and
 * the column of the target is read once, to know its classes.
 */
final class ParquetTables {
    /** Up to this many targets are read by this JVM. */
    private static final long SMALL_ROWS = 1L << 26;

    private final DataSpec spec;
    private final TableSpec table;
    private final ParquetColumns columns;
    private final List<Counted> files;
    private final List<Counted> testFiles;

    private ParquetTables(DataSpec spec) {
        this.spec = spec;
        table = spec.table();
        List<DataFile> listed = FileListing.of(spec.path(), "data.path");
        try (ParquetReading first = new ParquetReading(listed.get(0))) {
            columns = ParquetColumns.of(table, listed.get(0), first.schema());
        }
        files = counted(listed);
        testFiles = table.testPath() == null ? List.of() : counted(FileListing.of(table.testPath(), "data.test-path"));
    }

    static Source open(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return open(spec, spark, SMALL_ROWS);
    }

    /** With as many rows as this JVM looks at by itself. */
    static Source open(DataSpec spec, Supplier<JavaSparkContext> spark, long smallRows) {
        return new ParquetTables(spec).source(spark, smallRows);
    }

    private List<Counted> counted(List<DataFile> listed) {
        List<Counted> counted = new ArrayList<>();
        for (DataFile file : listed) {
            try (ParquetReading reading = new ParquetReading(file)) {
                columns.projection(file, reading.schema(), false);
                counted.add(new Counted(file, Arrays.stream(reading.groups()).sum()));
            }
        }
        return counted;
    }

    private Source source(Supplier<JavaSparkContext> spark, long smallRows) {
        requireRows(files, spec.path());
        if (table.testPath() != null) {
            requireRows(testFiles, table.testPath());
        }
        int[] widths = widths();
        TargetTally tally = targetIsPlainValue() ? emptyTally() : tally(spark, smallRows);
        TargetCode target = tally.code();
        ParquetFiles training = new ParquetFiles(files, columns, widths, target);
        ParquetFiles test = new ParquetFiles(testFiles, columns, widths, target);
        SourceShape shape = new SourceShape(
                training.rows(),
                test.rows(),
                Arrays.stream(widths).sum(),
                target.classNames(),
                List.of(tally.remark()));
        return TestShare.of(new Opened(training, test, shape), spec, spark);
    }

    private static void requireRows(List<Counted> counted, String path) {
        if (counted.stream().allMatch(file -> file.rows() == 0)) {
            throw new BadData(path + " has no rows");
        }
    }

    /** How many features each column has, as the first row of all says. */
    private int[] widths() {
        if (columns.features().stream().allMatch(ParquetColumn::isSingle)) {
            return columns.features().stream().mapToInt(column -> 1).toArray();
        }
        DataFile file = files.stream()
                .filter(counted -> counted.rows() > 0)
                .findFirst()
                .orElseThrow()
                .file();
        List<ParquetCell> cells = new ArrayList<>();
        try (ParquetReading reading = new ParquetReading(file)) {
            MessageType projection = columns.projection(file, reading.schema(), false);
            for (int i = 0; i < columns.features().size(); i++) {
                ParquetColumn column = columns.features().get(i);
                cells.add(column.cell(projection.getType(i), 0, ParquetCell.ANY, (feature, value) -> {}));
            }
            Type target = projection.getType(cells.size());
            List<ParquetCell> all = new ArrayList<>(cells);
            all.add(ParquetTarget.tallied(columns.target(), target, emptyTally(), true));
            reading.read(projection, new ParquetRow(all, () -> {}), 0, 1, row -> {});
        }
        int[] widths = cells.stream().mapToInt(ParquetCell::width).toArray();
        long features = Arrays.stream(widths).asLongStream().sum();
        if (features < 1 || features > TextRows.MOST_FEATURES) {
            throw new BadData(file.location() + " has " + features + " features in its first row, expected 1 to "
                    + TextRows.MOST_FEATURES);
        }
        return widths;
    }

    private boolean targetIsPlainValue() {
        return table.task() == Task.VALUE && columns.target().kind() == Kind.NUMBER;
    }

    private TargetTally emptyTally() {
        return emptyTally(columns, table.task());
    }

    private static TargetTally emptyTally(ParquetColumns columns, Task task) {
        ParquetColumn target = columns.target();
        return new TargetTally("the target, " + target.inWords() + ",", task, target.kind() == Kind.NUMBER);
    }

    /** Each file by itself, and added in order: the same whoever reads them. */
    private TargetTally tally(Supplier<JavaSparkContext> spark, long smallRows) {
        long rows = files.stream().mapToLong(Counted::rows).sum();
        TargetTally all = emptyTally();
        if (spark == null || rows <= smallRows) {
            files.forEach(file -> join(all, tally(file, columns, table.task())));
        } else {
            ArrayList<Counted> each = new ArrayList<>(files);
            ParquetColumns known = columns;
            Task task = table.task();
            DataScan.onSpark(spark.get(), each.size(), number -> tally(each.get(number), known, task))
                    .forEach(next -> join(all, next));
        }
        return all;
    }

    private void join(TargetTally all, TargetTally next) {
        try {
            all.add(next);
        } catch (BadLine e) {
            throw new BadData(spec.path() + ": " + e.getMessage(), e);
        }
    }

    private static TargetTally tally(Counted counted, ParquetColumns columns, Task task) {
        TargetTally tally = emptyTally(columns, task);
        try (ParquetReading reading = new ParquetReading(counted.file())) {
            MessageType projection = columns.projection(counted.file(), reading.schema(), true);
            ParquetCell cell = ParquetTarget.tallied(columns.target(), projection.getType(0), tally, task == Task.AUTO);
            reading.read(projection, new ParquetRow(List.of(cell), () -> {}), 0, counted.rows(), row -> {});
        }
        return tally;
    }

    /** The rows of the files. */
    private record Opened(ParquetFiles training, ParquetFiles test, SourceShape shape) implements Source {
        @Override
        public List<Segment> trainingSegments() {
            return training.segments();
        }

        @Override
        public TableCoding coding() {
            return training.coding();
        }

        @Override
        public void read(Part part, long from, long to, Consumer<Block> sink) {
            (part == Part.TRAINING ? training : test).read(from, to, sink);
        }
    }
}
