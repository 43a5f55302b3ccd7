package glissade.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in aligned columns, as commands print them; long cells continue on the next line. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> alignedRight = new ArrayList<>();
    private int[] widest;

    /** A table with a heading for each column; a heading that begins with a space is for numbers, aligned right. */
    public TextTable(String... headings) {
        for (String heading : headings) {
            alignedRight.add(heading.startsWith(" "));
        }
        widest = new int[headings.length];
        Arrays.fill(widest, Integer.MAX_VALUE);
        row(Arrays.stream(headings).map(String::strip).toArray());
    }

    /** Breaks the cells of each column between words at this many characters. */
    public TextTable wrapAt(int... characters) {
        widest = characters.clone();
        return this;
    }

    /** Adds a row, one cell for each column. */
    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** The table, each line ended. */
    public String render() {
        List<List<List<String>>> wrapped = rows.stream().map(row -> wrap(row)).toList();
        int[] widths = new int[alignedRight.size()];
        for (List<List<String>> row : wrapped) {
            for (int column = 0; column < widths.length; column++) {
                int longest =
                        row.get(column).stream().mapToInt(String::length).max().orElse(0);
                widths[column] = Math.max(widths[column], longest);
            }
        }
        return wrapped.stream().map(row -> lines(row, widths)).collect(Collectors.joining());
    }

    private String lines(List<List<String>> row, int[] widths) {
        int height = row.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < height; line++) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = row.get(column);
                String part = line < cell.size() ? cell.get(line) : "";
                String padding = " ".repeat(widths[column] - part.length());
                cells.append(column == 0 ? "" : GAP).append(alignedRight.get(column) ? padding + part : part + padding);
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<List<String>> wrap(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(wrap(row.get(column), widest[column]));
        }
        return cells;
    }

    private static List<String> wrap(String cell, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : cell.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
