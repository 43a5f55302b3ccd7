package glissade.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a CSV file seems to be written, going by its first lines: what stands between cells, and whether the first line
 * names the columns.
 *
 * @param delimiter under which the lines have equally many cells
 * @param header whether the first line looks unlike the others
 * @param headerReason why
 * @param names those of the header; empty texts without one
 */
record CsvDialect(char delimiter, boolean header, String headerReason, List<String> names) {
    private static final int MOST_LINES = 200;
    /** A blank comes last: text may have some. */
    private static final char[] DELIMITERS = {',', ';', '\t', '|', ' '};

    CsvDialect {
        names = List.copyOf(names);
    }

    static CsvDialect of(DataFile file) {
        List<byte[]> lines = firstLines(file);
        if (lines.isEmpty()) {
            throw new BadData(file.location() + " is empty, expected rows");
        }
        char delimiter = DELIMITERS[0];
        int most = 0;
        for (char candidate : DELIMITERS) {
            int alike = linesLikeTheFirst(lines, candidate);
            if (alike > most) {
                most = alike;
                delimiter = candidate;
            }
        }
        if (most == 0) {
            throw new BadData(file.location() + " has one column only, expected a target and something to learn it from"
                    + " (columns may stand apart by , ; | tab or blank)");
        }
        return of(table(lines, delimiter), delimiter);
    }

    private static List<byte[]> firstLines(DataFile file) {
        List<byte[]> lines = new ArrayList<>();
        CsvCells cells = new CsvCells(DELIMITERS[0]);
        try (LineReader reader = new LineReader(file.open(), 0)) {
            while (lines.size() < MOST_LINES && reader.next()) {
                if (!cells.isBlank(reader.buffer(), reader.start(), reader.end())) {
                    lines.add(Arrays.copyOfRange(reader.buffer(), reader.start(), reader.end()));
                }
            }
        } catch (BadLine e) {
            throw new TextFile(file).bad(lines.size() + 1L, e.getMessage());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return lines;
    }

    /** How many lines have as many cells as the first, if it has several. */
    private static int linesLikeTheFirst(List<byte[]> lines, char delimiter) {
        List<List<String>> table = table(lines, delimiter);
        int columns = table.get(0).size();
        return columns < 2
                ? 0
                : (int) table.stream().filter(row -> row.size() == columns).count();
    }

    /** The cells of the lines; none of a line that cannot be split. */
    private static List<List<String>> table(List<byte[]> lines, char delimiter) {
        CsvCells cells = new CsvCells(delimiter);
        List<List<String>> table = new ArrayList<>();
        for (byte[] line : lines) {
            List<String> row = new ArrayList<>();
            byte[] copy = line.clone();
            try {
                cells.split(copy, 0, copy.length);
                for (int cell = 0; cell < cells.count(); cell++) {
                    row.add(cells.text(copy, cell));
                }
            } catch (BadLine e) {
                row.clear();
            }
            table.add(row);
        }
        return table;
    }

    private static CsvDialect of(List<List<String>> table, char delimiter) {
        List<String> first = table.get(0);
        List<List<String>> others = table.subList(1, table.size());
        boolean numbersAbove = first.stream().anyMatch(CsvDialect::isNumber);
        boolean numbersBelow = others.stream().anyMatch(row -> row.stream().anyMatch(CsvDialect::isNumber));
        boolean header = !numbersAbove && (numbersBelow || !reappears(first, others));
        String reason = numbersAbove
                ? "the first line holds a number, as rows do"
                : numbersBelow
                        ? "the first line holds no number, others do"
                        : header ? "what the first line says, no other does" : "the first line is like the others";
        return new CsvDialect(
                delimiter,
                header,
                reason,
                header ? first : first.stream().map(cell -> "").toList());
    }

    private static boolean isNumber(String cell) {
        byte[] bytes = Utf8.bytes(cell);
        return FloatText.isNumber(bytes, 0, bytes.length);
    }

    private static boolean reappears(List<String> first, List<List<String>> others) {
        for (List<String> row : others) {
            for (int cell = 0; cell < Math.min(first.size(), row.size()); cell++) {
                if (first.get(cell).equals(row.get(cell))) {
                    return true;
                }
            }
        }
        return false;
    }
}
