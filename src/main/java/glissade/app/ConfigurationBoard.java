package glissade.app;

import glissade.config.TextTable;
import glissade.engine.Selection;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;

/** The best configurations of a run with replicates: what was varied, and how well they did on the average. */
final class ConfigurationBoard {
    private static final int ROWS = 10;
    private static final String INDENT = "  ";
    private static final String MARK = "=";

    private final Table configurations;
    private final Selection selection;
    private final SweptCells swept;

    /** Of a table {@code configurations}, whose rows are ranked. */
    ConfigurationBoard(Table configurations, Selection selection) {
        this.configurations = configurations;
        this.selection = selection;
        this.swept = new SweptCells(configurations);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(SweptCells.fitted(this::lines));
        int rows = configurations.rows();
        if (rows > ROWS) {
            lines.add(INDENT + "... and " + Rounded.count(rows - ROWS) + " more in configurations.csv");
        }
        lines.add("");
        lines.add(INDENT + MARK
                + "  cannot be told from the best: the 95 % interval of their differences, replicate by replicate,"
                + " holds 0");
        lines.add(INDENT + "   " + "tied with the best, itself among them: " + Rounded.count(tied()) + " of "
                + Wording.number(rows, "configuration") + "; +- is the 95 % interval of the mean");
        return lines;
    }

    private long tied() {
        long tied = 0;
        for (int row = 0; row < configurations.rows(); row++) {
            tied += isTied(row) ? 1 : 0;
        }
        return tied;
    }

    private boolean isTied(int row) {
        return "yes".equals(configurations.text(row, configurations.column(Schemas.TIED)));
    }

    private List<String> lines(int cell) {
        List<String> headings = new ArrayList<>(List.of(" #", ""));
        headings.addAll(swept.headings(cell));
        headings.addAll(List.of(" " + selection.name(), " +-", " replicates", "configuration"));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int row = 0; row < Math.min(ROWS, configurations.rows()); row++) {
            double mean = configurations.real(row, configurations.column(Schemas.MEAN));
            double high = configurations.real(row, configurations.column(Schemas.HIGH));
            List<Object> cells = new ArrayList<>(List.of(row + 1, isTied(row) ? MARK : ""));
            cells.addAll(swept.of(row, cell));
            cells.addAll(List.of(
                    Rounded.metric(mean),
                    Rounded.metric(high - mean),
                    configurations.whole(row, configurations.column(Schemas.REPLICATES)),
                    configurations.text(row, configurations.column(Schemas.CONFIGURATION))));
            table.row(cells.toArray());
        }
        return table.render().lines().map(line -> INDENT + line).toList();
    }
}
