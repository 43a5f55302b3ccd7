package glissade.data;

import java.util.List;
import java.util.Optional;

/**
 * What a CSV file seems to hold, for a first config.
 *
 * @param rows as many as were looked at
 * @param whole whether these are all
 * @param delimiter between cells
 * @param header whether the first line names the columns
 * @param headerReason why that is thought
 * @param columns in their order, one of which is the target
 * @param classes names of the target's classes; empty for a value
 */
public record TableGuess(
        long rows,
        boolean whole,
        char delimiter,
        boolean header,
        String headerReason,
        List<Column> columns,
        List<String> classes) {
    /** What a column is good for. */
    public enum Use {
        NUMBER,
        /** Text, which is taken for categories without being told. */
        CATEGORY,
        /** Categories that begin with a number. */
        CATEGORICAL,
        TARGET,
        ID,
        DROP
    }

    /**
     * A column.
     *
     * @param name as a config puts it: a name that is its own, else null
     * @param number from 1
     * @param reason what it holds, and why it is used so
     * @param missing cells that hold nothing
     */
    public record Column(String name, int number, Use use, String reason, long missing) {}

    public TableGuess {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /** Looks at the files that a path stands for. */
    public static TableGuess of(String path) {
        return CsvLook.at(FileListing.of(path, "FILE"));
    }

    public Column target() {
        return with(Use.TARGET).get(0);
    }

    public Optional<Column> id() {
        return with(Use.ID).stream().findFirst();
    }

    public List<Column> with(Use use) {
        return columns.stream().filter(column -> column.use() == use).toList();
    }

    /** Cells of features that hold nothing. */
    public long missing() {
        return columns.stream()
                .filter(column ->
                        column.use() == Use.NUMBER || column.use() == Use.CATEGORY || column.use() == Use.CATEGORICAL)
                .mapToLong(Column::missing)
                .sum();
    }
}
