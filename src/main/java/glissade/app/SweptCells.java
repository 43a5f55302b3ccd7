package glissade.app;

import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.SweptText;
import glissade.store.Table;
import java.util.List;
import java.util.function.IntFunction;

/** What was varied, as columns of a table for reading. */
final class SweptCells {
    private static final int LINE = 100;
    private static final int WIDEST_CELL = 40;
    private static final int NARROWEST_CELL = 6;
    private static final String CUT = "..";

    private final List<Column> columns;
    private final SweptText names;

    /** Of a {@code trials} or a {@code configurations}. */
    SweptCells(Table table) {
        this.columns = Schemas.swept(table);
        this.names = new SweptText(table);
    }

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
                .map(column ->
                        (column.type() == Column.Type.STRING ? "" : " ") + fit(names.label(column.name()), widest))
                .toList();
    }

    /** Numbers are whole in any width: what is left of one whose beginning was cut is another number. */
    List<String> of(int row, int widest) {
        return columns.stream()
                .map(column -> column.type() == Column.Type.DOUBLE
                        ? names.value(row, column)
                        : fit(names.value(row, column), widest))
                .toList();
    }

    /** The end of a text says more than its beginning. */
    private static String fit(String text, int widest) {
        return text.length() <= widest ? text : CUT + text.substring(text.length() - widest + CUT.length());
    }
}
