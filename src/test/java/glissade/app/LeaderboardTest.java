package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Split;
import glissade.engine.Selection;
import glissade.engine.Selection.Measure;
import glissade.run.Ranking;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeaderboardTest {
    private static final Selection ACCURACY = new Selection(Split.VALIDATION, Measure.ACCURACY, true);

    @Test
    void looksLikeThis() {
        Table trials = Schemas.trials(List.of(
                Column.real("training.learning-rate"), Column.whole("training.batch-size"), Column.text("model.type")));
        add(trials, List.of("0a1b2c", 0.5, 10, "softmax"), Map.of());
        add(
                trials,
                List.of("1a1b2c", 0.005, 100, "mlp"),
                Map.of(
                        "best_epoch",
                        12,
                        "best_train_loss",
                        0.31234,
                        "best_validation_accuracy",
                        0.9217,
                        "best_test_accuracy",
                        0.91,
                        "best_test_loss",
                        7.0));
        add(
                trials,
                List.of("2a1b2c", 1e-7, 10, "softmax"),
                Map.of(
                        "best_epoch",
                        3,
                        "best_train_loss",
                        2.302585,
                        "best_validation_accuracy",
                        0.5,
                        "best_test_accuracy",
                        0.25));
        assertEquals("""
                  #  learning-rate  batch-size  type     train loss  val acc  test acc  epoch  trial
                  1          0.005         100  mlp          0.3123   0.9217    0.9100     12  1a1b2c
                  2           1e-7          10  softmax      2.3026   0.5000    0.2500      3  2a1b2c
                  3            0.5          10  softmax           -        -         -      -  0a1b2c
                """, text(trials, ACCURACY));
    }

    @Test
    void theNumberThatRanksIsAlwaysShown() {
        Table trials = Schemas.trials(List.of());
        add(trials, List.of("a"), Map.of("final_test_loss", 0.25, "epochs", 7, "best_epoch", 3));
        assertEquals("""
                  #  test loss  epoch  trial
                  1     0.2500      7  a
                """, text(trials, new Selection(Split.TEST, Measure.LOSS, false)));
    }

    @Test
    void withoutAccuracyTheLossesAreShown() {
        Table trials = Schemas.trials(List.of());
        add(trials, List.of("a"), Map.of("best_test_loss", 0.25, "best_validation_loss", 0.5, "best_train_loss", 1.0));
        assertEquals("""
                  #  train loss  val loss  test loss  epoch  trial
                  1      1.0000    0.5000     0.2500      -  a
                """, text(trials, new Selection(Split.VALIDATION, Measure.LOSS, true)));
    }

    @Test
    void showsTenAndSaysHowManyMore() {
        Table trials = Schemas.trials(List.of());
        for (int i = 100; i < 1_123; i++) {
            add(trials, List.of("t" + i), Map.of("best_validation_accuracy", 0.5));
        }
        List<String> lines = new Leaderboard(trials, ACCURACY).lines();
        assertEquals(1 + 10 + 1, lines.size());
        assertEquals("  ... and 1,013 more in trials.csv", lines.get(11));
    }

    @Test
    void manySweptPathsStayWithinAHundredColumns() {
        List<Column> swept = new ArrayList<>();
        List<Object> values = new ArrayList<>(List.of("0123456789ab"));
        for (int i = 0; i < 5; i++) {
            swept.add(Column.text("training.optimizer.some-long-name-" + i));
            values.add("a-value-that-is-rather-long-" + i);
        }
        Table trials = Schemas.trials(swept);
        add(
                trials,
                values,
                Map.of(
                        "best_epoch",
                        3,
                        "best_train_loss",
                        1.0,
                        "best_validation_accuracy",
                        0.5,
                        "best_test_accuracy",
                        0.25));
        for (String line : new Leaderboard(trials, ACCURACY).lines()) {
            assertTrue(line.length() <= 100, line);
        }
    }

    @Test
    void pathsThatEndAlikeAreShownInFull() {
        Table trials = Schemas.trials(List.of(Column.whole("data.seed"), Column.whole("seed")));
        add(trials, List.of("a", 1, 2), Map.of());
        assertTrue(text(trials, ACCURACY).contains("data.seed  seed"), text(trials, ACCURACY));
        assertEquals("best_validation_accuracy", Ranking.column(ACCURACY));
    }

    private static void add(Table trials, List<?> first, Map<String, Object> more) {
        Object[] row = new Object[trials.columns().size()];
        for (int i = 0; i < first.size(); i++) {
            row[i] = first.get(i);
        }
        more.forEach((column, value) -> row[trials.column(column)] = value);
        trials.add(Arrays.asList(row));
    }

    private static String text(Table trials, Selection selection) {
        return String.join("\n", new Leaderboard(trials, selection).lines()) + "\n";
    }
}
