package glissade.data;

import java.io.Serializable;
import java.util.List;

/**
 * How the rows of a table are read from its files.
 *
 * @param testPath file, folder or glob of rows for the test; null for none
 * @param test share of the rows held out for the test
 * @param header whether the first line of each file names the columns
 * @param delimiter one character between cells
 * @param target the column to predict; null for the last one
 * @param id a column that is passed through; null for none
 * @param drop columns to leave out
 * @param categorical columns of categories, even if they look like numbers
 * @param task what the target is
 * @param missing what becomes of empty cells
 * @param features width of sparse rows, or {@link #ALL_FEATURES}
 */
public record TableSpec(
        String testPath,
        double test,
        boolean header,
        String delimiter,
        ColumnName target,
        ColumnName id,
        List<ColumnName> drop,
        List<ColumnName> categorical,
        Task task,
        Missing missing,
        int features)
        implements Serializable {
    public static final boolean DEFAULT_HEADER = true;
    public static final String DEFAULT_DELIMITER = ",";
    public static final double DEFAULT_TEST = 0;
    /** The width of sparse rows is the largest index. */
    public static final int ALL_FEATURES = 0;

    public static final Task DEFAULT_TASK = Task.AUTO;
    public static final Missing DEFAULT_MISSING = Missing.ERROR;

    /** A table of which nothing is said. */
    static final TableSpec STANDARD = new TableSpec(
            null,
            DEFAULT_TEST,
            DEFAULT_HEADER,
            DEFAULT_DELIMITER,
            null,
            null,
            List.of(),
            List.of(),
            DEFAULT_TASK,
            DEFAULT_MISSING,
            ALL_FEATURES);

    /** What a target is. */
    public enum Task {
        /** Text or few different whole numbers are classes, other numbers are values. */
        AUTO,
        CLASSES,
        VALUE
    }

    /** What becomes of a row with an empty cell. */
    public enum Missing {
        /** The file is refused. */
        ERROR,
        /** The cell becomes the mean of its column, a category the share of each category. */
        MEAN,
        /** The row is left out. */
        DROP
    }

    public TableSpec {
        drop = List.copyOf(drop);
        categorical = List.copyOf(categorical);
        if (!(test >= 0 && test < 1)) {
            throw new IllegalArgumentException("data.test must be in range [0, 1), got " + test);
        }
        if (test > 0 && testPath != null) {
            throw new IllegalArgumentException("data.test-path names the test rows; data.test would hold out others");
        }
        if (delimiter.length() != 1) {
            throw new IllegalArgumentException("data.delimiter must be one character, got '" + delimiter + "'");
        }
        if (features < 0) {
            throw new IllegalArgumentException("data.features must be at least 1, got " + features);
        }
    }

    /** The same read in another way. */
    public TableSpec reading(boolean otherHeader, String otherDelimiter, Missing otherMissing) {
        return new TableSpec(
                testPath,
                test,
                otherHeader,
                otherDelimiter,
                target,
                id,
                drop,
                categorical,
                task,
                otherMissing,
                features);
    }

    /** The same with other columns for target and id. */
    public TableSpec naming(ColumnName otherTarget, ColumnName otherId) {
        return new TableSpec(
                testPath, test, header, delimiter, otherTarget, otherId, drop, categorical, task, missing, features);
    }

    /** The same with all columns read as they are: these say what is known of a row, not which rows there are. */
    TableSpec withAllColumns() {
        return new TableSpec(
                testPath, test, header, delimiter, target, id, List.of(), List.of(), task, missing, features);
    }
}
