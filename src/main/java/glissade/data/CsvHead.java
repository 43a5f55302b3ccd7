package glissade.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a CSV table: its columns' names, and whether each begins with text. */
final class CsvHead {
    private static final int MOST_ROWS = 4096;

    private final DataFile file;
    private final ArrayList<String> names = new ArrayList<>();
    private boolean[] known = {};
    private boolean[] text = {};

    private CsvHead(DataFile file) {
        this.file = file;
    }

    /** Looks at the first rows of the first file that has any lines. */
    static CsvHead of(List<DataFile> files, TableSpec spec) {
        for (DataFile file : files) {
            CsvHead head = new CsvHead(file);
            if (head.read(spec)) {
                return head;
            }
        }
        throw new BadData(files.get(0).location() + " is empty, expected rows"
                + (files.size() > 1 ? " (as are the other " + (files.size() - 1) + " files)" : ""));
    }

    private boolean read(TableSpec spec) {
        CsvCells cells = new CsvCells(spec.delimiter().charAt(0));
        try (LineReader reader = new LineReader(file.open(), 0)) {
            try {
                while (reader.lines() <= MOST_ROWS && reader.next()) {
                    see(cells, reader, spec);
                }
            } catch (BadLine e) {
                throw new TextFile(file).bad(Math.max(1, reader.lines()), e.getMessage());
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return !names.isEmpty();
    }

    private void see(CsvCells cells, LineReader reader, TableSpec spec) {
        byte[] line = reader.buffer();
        if (cells.isBlank(line, reader.start(), reader.end())) {
            if (names.isEmpty() && spec.header()) {
                throw new BadLine("the line is blank, expected a header");
            }
            return;
        }
        cells.split(line, reader.start(), reader.end());
        boolean header = names.isEmpty() && spec.header();
        for (int cell = names.size(); known.length == 0 && cell < cells.count(); cell++) {
            names.add(header ? cells.text(line, cell) : null);
        }
        if (known.length == 0) {
            known = new boolean[names.size()];
            text = new boolean[names.size()];
        }
        for (int cell = 0; !header && cell < Math.min(cells.count(), known.length); cell++) {
            if (!known[cell] && !CsvMissing.isMissing(line, cells.start(cell), cells.end(cell))) {
                known[cell] = true;
                text[cell] = !FloatText.isNumber(line, cells.start(cell), cells.end(cell));
            }
        }
    }

    String location() {
        return file.location();
    }

    int columns() {
        return names.size();
    }

    /** Null where there is no header. */
    List<String> names() {
        return names;
    }

    boolean isText(int column) {
        return text[column];
    }

    String inWords(int column) {
        return inWords(names, column);
    }

    static String inWords(List<String> names, int column) {
        String name = names.get(column);
        return name == null || name.isEmpty() ? "column " + (column + 1) : "column '" + Utf8.oneLine(name) + "'";
    }

    /** The place of a column from 0; messages name the key that asked for it. */
    int find(ColumnName wanted, String key) {
        if (wanted.number() > names.size()) {
            throw new BadData(file.location() + " has " + names.size() + " columns, " + key + " asks for column "
                    + wanted.number());
        }
        if (wanted.name() == null) {
            return wanted.number() - 1;
        }
        int found = names.indexOf(wanted.name());
        if (found < 0) {
            throw new BadData(file.location() + " has no column '" + wanted.name() + "' (" + key + "); "
                    + (names.get(0) == null
                            ? "its columns have no names, as data.header = false: count them from 1"
                            : "its header has " + shown()));
        }
        if (names.lastIndexOf(wanted.name()) > found) {
            throw new BadData(file.location() + " has two columns '" + wanted.name() + "' (" + key
                    + "): count them from 1 instead");
        }
        return found;
    }

    private String shown() {
        String all = Utf8.oneLine(String.join(", ", names));
        return all.length() <= 200 ? all : all.substring(0, 200) + "...";
    }
}
