package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.Selection;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which trial is best: the selected number by {@code Double.compare}, loss upwards, accuracy downwards, NaN last; between
 * equals, the smaller trial id.
 */
public final class Ranking {
    private Ranking() {}

    /** One trial's selected number. */
    record Score(String trialId, double value) {}

    static Comparator<Score> order(Selection selection) {
        // Negation keeps NaN, so that it comes last either way.
        double sign = selection.measure() == Selection.Measure.LOSS ? 1 : -1;
        return (a, b) -> {
            int byValue = Double.compare(sign * a.value(), sign * b.value());
            return byValue != 0 ? byValue : a.trialId().compareTo(b.trialId());
        };
    }

    /** The selected number at one epoch. */
    static double value(Selection selection, CurvePoint point) {
        if (point == null) {
            return Double.NaN;
        }
        boolean loss = selection.measure() == Selection.Measure.LOSS;
        return switch (selection.split()) {
            case TRAIN -> loss ? point.trainLoss() : point.trainAccuracy();
            case VALIDATION -> loss ? point.validationLoss() : point.validationAccuracy();
            case TEST -> loss ? point.testLoss() : point.testAccuracy();
        };
    }

    /** The column of {@code trials} that holds the selected number. */
    public static String column(Selection selection) {
        return (selection.best() ? "best_" : "final_")
                + (selection.split() + "_" + selection.measure()).toLowerCase(Locale.ROOT);
    }

    /** The rows of {@code trials}, best first. */
    public static List<Integer> rows(Table trials, Selection selection) {
        int id = trials.column(Schemas.TRIAL_ID);
        int value = trials.column(column(selection));
        Comparator<Integer> byScore = Comparator.comparing(
                row -> new Score(trials.text(row, id), trials.real(row, value)), order(selection));
        return IntStream.range(0, trials.rows()).boxed().sorted(byScore).toList();
    }
}
