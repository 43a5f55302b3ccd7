package glissade.config;

import static glissade.data.TableSpec.DEFAULT_DELIMITER;
import static glissade.data.TableSpec.DEFAULT_HEADER;
import static glissade.data.TableSpec.DEFAULT_MISSING;
import static glissade.data.TableSpec.DEFAULT_TASK;
import static glissade.data.TableSpec.DEFAULT_TEST;

import glissade.data.ColumnName;
import glissade.data.SourceKind;
import glissade.data.TableSpec;
import glissade.data.TableSpec.Missing;
import glissade.data.TableSpec.Task;
import glissade.optim.Range;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Keys of {@link TableSpec}, a part of those of data. */
final class TableKeys {
    private static final List<String> TABLES = Arrays.stream(SourceKind.values())
            .filter(SourceKind::isTable)
            .map(SourceKind::text)
            .toList();
    private static final Text DELIMITER_TEXT = new Text(
            Pattern.compile("[\\p{Punct} \\t&&[^\"+.\\-]]"),
            "one character that no number holds, such as \",\", \";\", \"|\", \"\\t\" or \" \"");

    private final Key<String> testPath;
    private final Key<Double> test;
    private final Key<Boolean> header;
    private final Key<String> delimiter;
    private final Key<ColumnName> target;
    private final Key<ColumnName> id;
    private final Key<List<ColumnName>> drop;
    private final Key<List<ColumnName>> categorical;
    private final Key<Task> task;
    private final Key<Missing> missing;

    /** Adds the keys to a group, which another key makes mean something. */
    TableKeys(KeyGroup keys, Key<String> source) {
        KeyGroup tables = keys.onlyFor(source, TABLES);
        KeyGroup named = keys.onlyFor(source, List.of("csv", "parquet"));
        KeyGroup csv = keys.onlyFor(source, List.of("csv"));
        testPath = tables.outsideIdentity()
                .add("data.test-path", Text.any(), s -> null, "(none)", "rows for the test, as for data.path");
        test = tables.add(
                "data.test",
                new RealNumber(Range.FRACTION),
                DEFAULT_TEST,
                "share of the rows to hold out for the test, by hash whatever data.split is, before any for validation");
        target = named.add(
                "data.target",
                new ColumnNameType(),
                s -> null,
                "the last column",
                "the column to predict, by its name or its number from 1");
        header = csv.add(
                "data.header", new Flag(), DEFAULT_HEADER, "whether the first line of each file names the columns");
        delimiter = csv.add(
                "data.delimiter",
                DELIMITER_TEXT,
                s -> DEFAULT_DELIMITER,
                "comma",
                "what stands between cells; of blanks, several are one");
        drop = named.add("data.drop", new ListOf<>(new ColumnNameType(), 0), List.of(), "columns to leave out");
        categorical = csv.add(
                "data.categorical",
                new ListOf<>(new ColumnNameType(), 0),
                List.of(),
                "columns of categories that look like numbers; those that begin with text are taken for such");
        id = csv.add(
                "data.id",
                new ColumnNameType(),
                s -> null,
                "(none)",
                "a column that names rows and is not learnt from");
        task = tables.add(
                "data.task",
                OneOf.of(Task.class),
                DEFAULT_TASK,
                "auto: text and at most 20 different whole numbers are classes, else a value is predicted");
        missing = csv.add(
                "data.missing",
                OneOf.of(Missing.class),
                DEFAULT_MISSING,
                "of cells that are empty, NA, NaN, null or ?: refuse them, put the column's mean, drop the row");
    }

    /** How a table is read; null for another source. */
    TableSpec read(Settings s, String source, Integer features) {
        if (!TABLES.contains(source)) {
            return null;
        }
        return new TableSpec(
                s.get(testPath),
                s.get(test),
                s.get(header),
                s.get(delimiter),
                s.get(target),
                s.get(id),
                s.get(drop),
                s.get(categorical),
                s.get(task),
                s.get(missing),
                features == null ? TableSpec.ALL_FEATURES : features);
    }

    /** Whether rows for the test are named or held out, as far as can be known without reading files. */
    boolean haveTestRows(Settings s) {
        return s.get(testPath) != null || s.get(test) > 0;
    }
}
