package glissade.app;

import glissade.config.TextTable;
import glissade.engine.Selection;
import glissade.run.Ranking;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.SweptText;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;

/** The best trials: what was varied, and how well they did. */
final class Leaderboard {
    private static final int ROWS = 10;
    private static final int LINE = 100;
    private static final int WIDEST_CELL = 40;
    private static final int NARROWEST_CELL = 6;
    private static final String INDENT = "  ";
    private static final String CUT = "..";

    /** A number to show, or, if it stands in for another, to show where there is none of that. */
    private record Metric(String heading, String column, String standsInFor) {}

    private static final List<Metric> METRICS = List.of(
            new Metric("train loss", "train_loss", ""),
            new Metric("train acc", "train_accuracy", "train_loss"),
            new Metric("val loss", "validation_loss", "validation_accuracy"),
            new Metric("val acc", "validation_accuracy", ""),
            new Metric("test loss", "test_loss", "test_accuracy"),
            new Metric("test acc", "test_accuracy", ""));

    private final Table trials;
    private final Selection selection;
    private final List<Column> swept;
    private final SweptText names;
    private final List<Metric> metrics;
    private final List<Integer> ranked;

    Leaderboard(Table trials, Selection selection) {
        this.trials = trials;
        this.selection = selection;
        this.swept = Schemas.swept(trials);
        this.names = new SweptText(trials);
        this.metrics = metrics();
        this.ranked = Ranking.rows(trials, selection);
    }

    /** At most 100 columns wide, unless very many paths were swept. */
    List<String> lines() {
        int cell = WIDEST_CELL;
        List<String> lines = lines(cell);
        while (cell > NARROWEST_CELL && lines.stream().anyMatch(line -> line.length() > LINE)) {
            cell--;
            lines = lines(cell);
        }
        return lines;
    }

    private List<String> lines(int cell) {
        List<String> headings = new ArrayList<>(List.of(" #"));
        for (Column column : swept) {
            headings.add((column.type() == Column.Type.STRING ? "" : " ") + fit(names.label(column.name()), cell));
        }
        metrics.forEach(metric -> headings.add(" " + metric.heading()));
        headings.addAll(List.of(" epoch", "trial"));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        int rows = Math.min(ROWS, ranked.size());
        for (int rank = 1; rank <= rows; rank++) {
            table.row(row(rank, ranked.get(rank - 1), cell).toArray());
        }
        List<String> lines = new ArrayList<>(
                table.render().lines().map(line -> INDENT + line).toList());
        if (ranked.size() > rows) {
            lines.add(INDENT + "... and " + Rounded.count(ranked.size() - rows) + " more in trials.csv");
        }
        return lines;
    }

    private List<String> row(int rank, int row, int cell) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(rank));
        swept.forEach(column -> cells.add(fit(names.value(row, column), cell)));
        metrics.forEach(metric -> cells.add(Rounded.metric(trials.real(row, trials.column(metric.column())))));
        int epoch = trials.column(selection.best() ? Schemas.BEST_EPOCH : Schemas.EPOCHS);
        cells.add(trials.isEmpty(row, epoch) ? "-" : Long.toString(trials.whole(row, epoch)));
        cells.add(trials.text(row, trials.column(Schemas.TRIAL_ID)));
        return cells;
    }

    /** The number that ranks and those that people ask for, where there are any. */
    private List<Metric> metrics() {
        String epoch = selection.best() ? "best_" : "final_";
        return METRICS.stream()
                .filter(metric -> metric.standsInFor().isEmpty()
                        || isBlank(epoch + metric.standsInFor())
                        || Ranking.column(selection).equals(epoch + metric.column()))
                .map(metric -> new Metric(metric.heading(), epoch + metric.column(), metric.standsInFor()))
                .filter(metric -> !isBlank(metric.column()))
                .toList();
    }

    private boolean isBlank(String column) {
        int place = trials.column(column);
        for (int row = 0; row < trials.rows(); row++) {
            if (!trials.isEmpty(row, place)) {
                return false;
            }
        }
        return true;
    }

    /** The end of a text says more than its beginning. */
    private static String fit(String text, int widest) {
        return text.length() <= widest ? text : CUT + text.substring(text.length() - widest + CUT.length());
    }
}
