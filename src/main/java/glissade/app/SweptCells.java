package glissade.app;

import glissade.numeric.DecimalText;
import glissade.store.Column;
import glissade.store.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What was varied, as columns of a table for reading.
 *
 * @param table whose rows are shown
 * @param columns those of the swept paths
 */
record SweptCells(Table table, List<Column> columns) {
    private static final int LINE = 100;
    private static final int WIDEST_CELL = 40;
    private static final int NARROWEST_CELL = 6;
    private static final String CUT = "..";

    /** Drawn numbers have more digits than anybody reads; the tables hold them all. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** Lines of at most 100 columns, if some width of the swept cells allows it. */
    static List<String> fitted(IntFunction<List<String>> linesWithCells) {
        int cell = WIDEST_CELL;
        List<String> lines = linesWithCells.apply(cell);
        while (cell > NARROWEST_CELL && lines.stream().anyMatch(line -> line.length() > LINE)) {
            cell--;
            lines = linesWithCells.apply(cell);
        }
        return lines;
    }

    List<String> headings(int widest) {
        return columns.stream()
                .map(column -> (column.type() == Column.Type.STRING ? "" : " ") + fit(label(column.name()), widest))
                .toList();
    }

    List<String> of(int row, int widest) {
        return columns.stream().map(column -> fit(value(row, column), widest)).toList();
    }

    private String value(int row, Column column) {
        int place = table.column(column.name());
        if (table.isEmpty(row, place)) {
            return "-";
        }
        return switch (column.type()) {
            case STRING -> table.text(row, place);
            case LONG -> Long.toString(table.whole(row, place));
            case DOUBLE ->
                DecimalText.plain(
                        new BigDecimal(table.real(row, place)).round(DIGITS).doubleValue());
        };
    }

    /** The last part of a path, if no other swept path ends with it. */
    private String label(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        long same = columns.stream()
                .filter(column -> column.name().equals(last) || column.name().endsWith("." + last))
                .count();
        return same == 1 ? last : path;
    }

    /** The end of a text says more than its beginning. */
    private static String fit(String text, int widest) {
        return text.length() <= widest ? text : CUT + text.substring(text.length() - widest + CUT.length());
    }
}
