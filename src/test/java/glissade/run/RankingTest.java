package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.Split;
import glissade.engine.Selection;
import glissade.engine.Selection.Measure;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Double NAN = Double.NaN;

    @Test
    void accuracyRunsDownwardsAndNaNComesLast() {
        Selection selection = new Selection(Split.VALIDATION, Measure.ACCURACY, true);
        assertEquals("best_validation_accuracy", Ranking.column(selection));
        assertEquals("d c b e a", ranked(selection, NAN, 0.5, 0.75, 1.0, 0.0));
    }

    @Test
    void lossRunsUpwardsAndNaNComesLast() {
        Selection selection = new Selection(Split.TEST, Measure.LOSS, false);
        assertEquals("final_test_loss", Ranking.column(selection));
        assertEquals("e b c d a", ranked(selection, NAN, 0.5, 0.75, Double.POSITIVE_INFINITY, 0.0));
    }

    @Test
    void equalsAreOrderedByTrialId() {
        Selection selection = new Selection(Split.TRAIN, Measure.LOSS, true);
        assertEquals("b e a d c", ranked(selection, 0.5, 0.25, NAN, 0.5, 0.25));
        assertEquals("a b", ranked(selection, NAN, NAN));
    }

    private static String ranked(Selection selection, Double... values) {
        Table trials = Schemas.trials(List.of());
        for (int i = 0; i < values.length; i++) {
            Object[] row = new Object[trials.columns().size()];
            row[0] = String.valueOf((char) ('a' + i));
            row[trials.column(Ranking.column(selection))] = values[i];
            trials.add(Arrays.asList(row));
        }
        int id = trials.column(Schemas.TRIAL_ID);
        assertEquals(Column.text(Schemas.TRIAL_ID), trials.columns().get(id));
        return String.join(
                " ",
                Ranking.rows(trials, selection).stream()
                        .map(row -> trials.text(row, id))
                        .toList());
    }
}
