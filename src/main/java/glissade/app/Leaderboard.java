package glissade.app;

import glissade.config.DecimalText;
import glissade.engine.Selection;
import glissade.run.Ranking;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;

/** The best trials: what was varied, how well they did. Fits 100 columns. */
final class Leaderboard {
    private static final int ROWS = 10;
    /** What rank, metrics, epoch and trial id leave of 100 columns, and the most that one swept value gets of it. */
    private static final int ROOM = 42;

    private static final int WIDEST = 24;
    private static final int NARROWEST = 6;
    private static final int GAP = 2;

    /** A number that may be shown; the usual ones always are, where they were measured. */
    private record Metric(String heading, String column, boolean usual) {}

    private static final List<Metric> METRICS = List.of(
            new Metric("train loss", "train_loss", true),
            new Metric("train acc", "train_accuracy", false),
            new Metric("val loss", "validation_loss", false),
            new Metric("val acc", "validation_accuracy", true),
            new Metric("test loss", "test_loss", false),
            new Metric("test acc", "test_accuracy", true));

    private final Table trials;
    private final Selection selection;
    private final List<Column> swept;

    Leaderboard(Table trials, Selection selection) {
        this.trials = trials;
        this.selection = selection;
        this.swept = Schemas.swept(trials);
    }

    List<String> lines() {
        int share = swept.isEmpty() ? WIDEST : ROOM / swept.size() - GAP;
        TextTable table = new TextTable(Math.max(NARROWEST, Math.min(WIDEST, share)));
        table.right("#");
        for (Column column : swept) {
            String label = label(column.name());
            if (column.type() == Column.Type.STRING) {
                table.left(label);
            } else {
                table.right(label);
            }
        }
        List<Metric> metrics = metrics();
        for (Metric metric : metrics) {
            table.right(metric.heading());
        }
        table.right("epoch").left("trial");
        List<Integer> ranked = Ranking.rows(trials, selection);
        for (int rank = 1; rank <= Math.min(ROWS, ranked.size()); rank++) {
            table.add(row(rank, ranked.get(rank - 1), metrics));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (ranked.size() > ROWS) {
            lines.add("  ... and " + Rounded.count(ranked.size() - ROWS) + " more in trials.csv");
        }
        return lines;
    }

    private List<String> row(int rank, int row, List<Metric> metrics) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(rank));
        swept.forEach(column -> cells.add(value(row, column)));
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
                .map(metric -> new Metric(metric.heading(), epoch + metric.column(), metric.usual()))
                .filter(metric -> metric.usual() || metric.column().equals(Ranking.column(selection)))
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

    private String value(int row, Column column) {
        int place = trials.column(column.name());
        if (trials.isEmpty(row, place)) {
            return "-";
        }
        return switch (column.type()) {
            case STRING -> trials.text(row, place);
            case LONG -> Long.toString(trials.whole(row, place));
            case DOUBLE -> DecimalText.of(trials.real(row, place));
        };
    }

    /** The last part of a path, if no other swept path ends with it. */
    private String label(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        long same = swept.stream()
                .filter(column -> column.name().equals(last) || column.name().endsWith("." + last))
                .count();
        return same == 1 ? last : path;
    }
}
