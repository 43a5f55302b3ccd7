package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jfree.data.xy.XYSeries;

/** A table with a stretch of rows for each trial, such as {@code curves}, as lines to draw. */
final class CurveTable {
    /** More points than this make no difference to the eye. */
    static final int MOST_POINTS = 2_000;

    /** From this row up to, and without, that. */
    private record Stretch(int from, int to) {}

    private final Table table;
    private final Map<String, Stretch> stretches = new LinkedHashMap<>();

    CurveTable(Table table) {
        this.table = table;
        int id = table.column(Schemas.TRIAL_ID);
        int from = 0;
        for (int row = 1; row <= table.rows(); row++) {
            if (row == table.rows() || !table.text(row, id).equals(table.text(from, id))) {
                stretches.put(table.text(from, id), new Stretch(from, row));
                from = row;
            }
        }
    }

    /** A trial's line: one column over another that counts; every so many points where there are very many. */
    XYSeries line(String trial, String over, String column, String label) {
        XYSeries line = new XYSeries(label, false);
        Stretch stretch = stretches.getOrDefault(trial, new Stretch(0, 0));
        int x = table.column(over);
        int y = table.column(column);
        int stride = 1 + (stretch.to() - stretch.from() - 1) / MOST_POINTS;
        for (int row = stretch.from(); row < stretch.to(); row += stride) {
            add(line, row, x, y);
        }
        if (stride > 1) {
            add(line, stretch.to() - 1, x, y);
        }
        return line;
    }

    private void add(XYSeries line, int row, int x, int y) {
        double value = table.real(row, y);
        if (Double.isFinite(value)) {
            line.add((double) table.whole(row, x), value);
        }
    }
}
