package glissade.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table {@code history} of an experiment, to which several runs may add a row at the same time, on a file system without
 * locks.
 *
 * <p>Each row is a file of its own, {@code .history/RUN.json}, and appears whole; the table is made of all of them and put in
 * place of the old one. Having done so, a writer looks again, and makes the table anew if there are rows that it had not seen.
 * So none is lost: of two writers one renames last, and the rows of both were there before it looked last.
 *
 * <p>Each row has its checksum, and the table is what rows make, so that each of the two gives back the other. A row of which
 * there is no copy is told of and put aside.
 */
final class History {
    private static final String ROWS = ".history";
    private static final String ENDING = ".json";
    private static final String FILE = HistorySchema.NAME + ".parquet";

    private static final String ASIDE = ".damaged";

    private final Folder folder;
    private final Folder rows;
    private final Notices notices;

    History(Folder folder, Notices notices) throws IOException {
        this.folder = folder;
        this.notices = notices;
        this.rows = new Folder(folder.configuration(), folder.path(ROWS));
    }

    /** Adds the row of a run, in place of the one it may have had; cells by column. */
    void put(String run, Map<String, ?> cells) throws IOException {
        restore();
        rows.write(run + ENDING, out -> CheckedJson.write(new TreeMap<>(cells), out));
        SortedMap<String, List<Object>> written;
        do {
            written = sound();
            Table table = table(written);
            folder.write(FILE, run + "-", out -> ParquetTableWriter.write(table, out));
        } while (!written.equals(sound()));
    }

    /** Rows that are gone or damaged are written anew from the table; others of which it has no good copy are put aside. */
    private void restore() throws IOException {
        SortedMap<String, List<Object>> sound = sound();
        List<Column> columns = HistorySchema.table().columns();
        for (Map.Entry<String, List<Object>> row : all(sound).entrySet()) {
            if (!sound.containsKey(row.getKey())) {
                SortedMap<String, Object> cells = new TreeMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.put(columns.get(i).name(), row.getValue().get(i));
                }
                rows.write(row.getKey(), out -> CheckedJson.write(cells, out));
            }
        }
        for (String name : names()) {
            if (row(name).isEmpty()) {
                rows.rename(name, name + ASIDE);
            }
        }
    }

    /** Without rows where no run has added one. */
    Table table() throws IOException {
        return table(all(sound()));
    }

    /** With those that only the table still has; tells of what is not as it should be. */
    private SortedMap<String, List<Object>> all(SortedMap<String, List<Object>> sound) throws IOException {
        String path = Folder.plain(folder.path(FILE));
        SortedMap<String, List<Object>> all = new TreeMap<>(sound);
        Optional<SortedMap<String, List<Object>>> stored = folder.holds(FILE) ? stored(sound) : Optional.empty();
        if (stored.isPresent()) {
            stored.get().keySet().removeAll(sound.keySet());
            stored.get()
                    .keySet()
                    .forEach(name -> notices.tell(Folder.plain(rows.path(name))
                            + " is damaged or missing; the row of that run is read from " + FILE));
            all.putAll(stored.get());
        } else if (folder.holds(FILE)) {
            notices.tell(path + " is damaged (it is not what the rows in " + ROWS
                    + " make); these are read instead, and it is written anew with the next row");
        } else if (!sound.isEmpty()) {
            notices.tell(path + " is missing; the rows in " + ROWS + " are read instead");
        }
        return all;
    }

    /**
     * The rows that the table holds, empty if it is damaged: it must be what sound rows make, perhaps not all of them, as while
     * somebody adds one, and its own where there is no other.
     */
    private Optional<SortedMap<String, List<Object>>> stored(SortedMap<String, List<Object>> sound) throws IOException {
        try {
            Table stored = ParquetTableReader.read(HistorySchema.NAME, folder.path(FILE), folder.configuration());
            if (stored.columns().size() != HistorySchema.table().columns().size()) {
                // Another version wrote it, with other columns.
                return Optional.of(new TreeMap<>());
            }
            SortedMap<String, List<Object>> all = new TreeMap<>();
            for (int row = 0; row < stored.rows(); row++) {
                String name = stored.text(row, stored.column(HistorySchema.RUN)) + ENDING;
                all.put(name, sound.getOrDefault(name, stored.row(row)));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ParquetTableWriter.write(table(all), bytes);
            return Arrays.equals(bytes.toByteArray(), folder.read(FILE)) ? Optional.of(all) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private SortedMap<String, List<Object>> sound() throws IOException {
        SortedMap<String, List<Object>> sound = new TreeMap<>();
        for (String name : names()) {
            row(name).ifPresent(row -> sound.put(name, row));
        }
        return sound;
    }

    private List<String> names() throws IOException {
        return rows.children().stream()
                .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                .toList();
    }

    /** Empty if it is damaged, or gone meanwhile. */
    private Optional<List<Object>> row(String name) throws IOException {
        try {
            return CheckedJson.read(rows, name, Map.class)
                    .map(CheckedJson.Content::value)
                    .map(History::cells);
        } catch (Damaged e) {
            notices.tell(e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Object> cells(Map<?, ?> cells) {
        return Arrays.asList(HistorySchema.table().columns().stream()
                .map(column -> cell(column, cells))
                .toArray());
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
