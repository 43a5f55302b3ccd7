package glissade.app;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in aligned columns. */
final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final String CUT = "..";

    private record Heading(String text, boolean right) {}

    private final int widest;
    private final List<Heading> headings = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A table of which no cell is wider than so many characters; of longer ones the end is shown. */
    TextTable(int widest) {
        this.widest = widest;
    }

    /** Adds a column of words. */
    void left(String heading) {
        headings.add(new Heading(fit(heading), false));
    }

    /** Adds a column of numbers. */
    void right(String heading) {
        headings.add(new Heading(fit(heading), true));
    }

    /** Adds a row. */
    void add(List<String> row) {
        if (row.size() != headings.size()) {
            throw new IllegalArgumentException(row.size() + " cells under " + headings.size() + " headings");
        }
        rows.add(row.stream().map(this::fit).toList());
    }

    private String fit(String text) {
        return text.length() <= widest ? text : CUT + text.substring(text.length() - widest + CUT.length());
    }

    List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(headings.stream().map(Heading::text).toList());
        all.addAll(rows);
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        all.add(1, headings.stream().map(heading -> "").toList());
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            lines.add(line(row, widths, lines.size() == 1 ? "-" : " "));
        }
        return lines;
    }

    private String line(List<String> row, int[] widths, String filler) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String filling = filler.repeat(widths[column] - cell.length());
            line.append(headings.get(column).right() ? filling + cell : cell + filling)
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
