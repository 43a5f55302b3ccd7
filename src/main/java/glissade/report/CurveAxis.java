package glissade.report;

import glissade.store.Schemas;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.jfree.chart.axis.ValueAxis;

/**
 * What the curves of several trials are drawn over: epochs, or where numbers of epochs differ much and those of updates do not, as
 * with data of different sizes, updates; by ratio where some curves would be a stroke in a corner otherwise.
 *
 * @param column of {@code curves}
 * @param name as axes have it
 */
record CurveAxis(String column, String name, boolean byRatio) {
    private static final double LARGE_RATIO = 10;

    static CurveAxis of(RunTables run, List<Integer> rows) {
        CurveAxis epochs = new CurveAxis("epoch", "epoch", differ(run, rows, "epoch"));
        CurveAxis updates = ofUpdates(run, rows);
        return epochs.byRatio && !updates.byRatio ? updates : epochs;
    }

    static CurveAxis ofUpdates(RunTables run, List<Integer> rows) {
        return new CurveAxis("steps", "updates", differ(run, rows, "steps"));
    }

    /** Whether the longest is much longer than the shortest, of trials that did not diverge. */
    private static boolean differ(RunTables run, List<Integer> rows, String column) {
        int status = run.trials().column(Schemas.STATUS);
        LongSummaryStatistics lengths = rows.stream()
                .filter(row -> !run.trials().text(row, status).equals("diverged"))
                .flatMapToLong(row -> run.curves().end(run.id(row), column).stream())
                .summaryStatistics();
        return lengths.getCount() > 0 && lengths.getMax() > LARGE_RATIO * lengths.getMin();
    }

    ValueAxis axis() {
        return byRatio ? Look.ratioAxis(name) : Look.wholeAxis(name);
    }

    /** In a sentence. */
    String inWords() {
        String many = name.equals("epoch") ? "epochs" : name;
        return byRatio ? Words.byRatio(many) : many;
    }
}
