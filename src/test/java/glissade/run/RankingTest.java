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

    @Test
    void replicatesAreRankedAsTheirConfigurationsAndOfEachTheBestThatDidNotDivergeStands() {
        Selection selection = new Selection(Split.VALIDATION, Measure.LOSS, true);
        Table configurations = Schemas.configurations(List.of());
        for (String id : List.of("steady", "lucky", "lost")) {
            configurations.add(Arrays.asList(id, 3, 0.5, 0.1, 0.4, 0.6, configurations.rows() + 1, "no"));
        }
        Table trials = Schemas.trials(List.of(), true);
        String[][] rows = {
            {"lucky", "completed", "0.1"},
            {"lucky", "completed", "9"},
            {"steady", "diverged", "0.2"},
            {"steady", "stopped", "0.4"},
            {"steady", "completed", "0.3"},
            {"lost", "diverged", "0.01"}
        };
        for (String[] cells : rows) {
            Object[] row = new Object[trials.columns().size()];
            row[0] = "t" + trials.rows();
            row[trials.column(Schemas.CONFIGURATION)] = cells[0];
            row[trials.column(Schemas.STATUS)] = cells[1];
            row[trials.column(Ranking.column(selection))] = Double.valueOf(cells[2]);
            trials.add(Arrays.asList(row));
        }
        assertEquals(List.of(4, 0), Ranking.rows(trials, configurations, selection));
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
