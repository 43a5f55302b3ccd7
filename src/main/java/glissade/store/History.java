package glissade.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table {@code history} of an experiment, to which several runs may add a row at the same time, on a file system without
 * locks.
 *
 * <p>Each row is a file of its own, {@code .history/RUN.json}, and appears whole; the table is made of all of them and put in
 * place of the old one. Having done so, a writer looks again, and makes the table anew if there are rows that it had not seen.
 * So none is lost: of two writers one renames last, and the rows of both were there before it looked last.
 */
final class History {
    private static final String ROWS = ".history";
    private static final String ENDING = ".json";
    private static final String FILE = HistorySchema.NAME + ".parquet";

    private final Folder folder;
    private final Folder rows;

    History(Folder folder) throws IOException {
        this.folder = folder;
        this.rows = new Folder(folder.configuration(), folder.path(ROWS));
    }

    /** Adds the row of a run, in place of the one it may have had; cells by column. */
    void put(String run, Map<String, ?> cells) throws IOException {
        rows.write(run + ENDING, out -> Json.write(new TreeMap<>(cells), out));
        SortedMap<String, List<Object>> written;
        do {
            written = read();
            Table table = table(written);
            folder.write(FILE, run + "-", out -> ParquetTableWriter.write(table, out));
        } while (!written.equals(read()));
    }

    /** Without rows where no run has added one. */
    Table table() throws IOException {
        return folder.holds(FILE)
                ? ParquetTableReader.read(HistorySchema.NAME, folder.path(FILE), folder.configuration())
                : HistorySchema.table();
    }

    private SortedMap<String, List<Object>> read() throws IOException {
        List<Column> columns = HistorySchema.table().columns();
        SortedMap<String, List<Object>> read = new TreeMap<>();
        for (String name : rows.children()) {
            byte[] bytes = name.endsWith(ENDING) && !name.startsWith(".") ? rows.read(name) : null;
            if (bytes != null) {
                Map<?, ?> cells = Json.read(bytes, Map.class);
                read.put(
                        name,
                        Arrays.asList(columns.stream()
                                .map(column -> cell(column, cells))
                                .toArray()));
            }
        }
        return read;
    }

    /** JSON writes an infinite number as text. */
    private static Object cell(Column column, Map<?, ?> cells) {
        Object value = cells.get(column.name());
        return column.type() == Column.Type.DOUBLE && value instanceof String text
                ? (Object) Double.parseDouble(text)
                : value;
    }

    private static Table table(SortedMap<String, List<Object>> rows) {
        Table table = HistorySchema.table();
        int started = table.column(HistorySchema.STARTED);
        List<List<Object>> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((List<Object> row) -> String.valueOf(row.get(started)))
                .thenComparing(row -> String.valueOf(row.get(table.column(HistorySchema.RUN)))));
        sorted.forEach(table::add);
        return table;
    }
}
