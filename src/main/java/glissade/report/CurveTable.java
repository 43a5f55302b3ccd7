package glissade.report;

import glissade.store.Table;
import java.util.OptionalLong;
import org.jfree.data.xy.XYSeries;

/** A table with a stretch of rows for each trial, such as {@code curves}, as lines to draw. */
final class CurveTable {
    /** More points than this make no difference to the eye. */
    static final int MOST_POINTS = 2_000;

    private final Table table;
    private final Stretches stretches;

    CurveTable(Table table) {
        this.table = table;
        this.stretches = new Stretches(table);
    }

    /** The table itself. */
    Table table() {
        return table;
    }

    /** A trial's line: one column over another that counts; every so many points where there are very many. */
    XYSeries line(String trial, String over, String column, String label) {
        XYSeries line = new XYSeries(label, false);
        int x = table.column(over);
        int y = table.column(column);
        stretches.of(trial).ifPresent(stretch -> {
            for (int row : stretch.thinned(MOST_POINTS)) {
                add(line, row, x, y);
            }
        });
        return line;
    }

    /** How far a trial's lines reach over such a column; nothing without any. */
    OptionalLong end(String trial, String over) {
        return stretches.of(trial).stream()
                .mapToLong(stretch -> table.whole(stretch.to() - 1, table.column(over)))
                .findFirst();
    }

    private void add(XYSeries line, int row, int x, int y) {
        double value = table.real(row, y);
        if (Double.isFinite(value)) {
            line.add((double) table.whole(row, x), value);
        }
    }
}
