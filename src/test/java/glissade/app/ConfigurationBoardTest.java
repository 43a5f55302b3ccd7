package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Split;
import glissade.engine.Selection;
import glissade.engine.Selection.Measure;
import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationBoardTest {
    private static final Selection ACCURACY = new Selection(Split.VALIDATION, Measure.ACCURACY, true);

    private static Table table() {
        return Schemas.configurations(
                List.of(Column.real("training.learning-rate"), Column.text("training.batch-size")));
    }

    private static String text(Table configurations) {
        return String.join("\n", new ConfigurationBoard(configurations, ACCURACY).lines()) + "\n";
    }

    @Test
    void looksLikeThis() {
        Table table = table();
        table.add(Arrays.asList("0a1b2c", 0.123456789012345, "all", 3, 0.9, 0.01, 0.875, 0.925, 1, "yes"));
        table.add(Arrays.asList("1a1b2c", 1e-7, "10", 3, 0.89, 0.01, 0.865, 0.915, 2, "yes"));
        table.add(Arrays.asList("2a1b2c", 0.5, "10", 3, 0.75, 0.0, 0.75, 0.75, 3, "no"));
        table.add(Arrays.asList("3a1b2c", 0.5, "8", 1, 0.95, null, null, null, 4, null));
        table.add(Arrays.asList("4a1b2c", 9.0, "8", 0, null, null, null, null, 5, null));
        assertEquals("""
                  #     learning-rate  batch-size  validation.accuracy      +-  replicates  configuration
                  1  =       0.123457  all                      0.9000  0.0250           3  0a1b2c
                  2  =           1e-7  10                       0.8900  0.0250           3  1a1b2c
                  3               0.5  10                       0.7500  0.0000           3  2a1b2c
                  4               0.5  8                        0.9500       -           1  3a1b2c
                  5                 9  8                             -       -           0  4a1b2c

                  =  cannot be told from the best: the 95 % interval of their differences, replicate by replicate, holds 0
                     tied with the best, itself among them: 2 of 5 configurations; +- is the 95 % interval of the mean
                """, text(table));
    }

    @Test
    void showsTenAndSaysHowManyMore() {
        Table table = table();
        for (int i = 0; i < 12; i++) {
            table.add(Arrays.asList("c" + i, 0.1, "8", 2, 0.5, 0.1, 0.4, 0.6, i + 1, "no"));
        }
        assertEquals(
                "  ... and 2 more in configurations.csv",
                new ConfigurationBoard(table, ACCURACY).lines().get(11));
    }

    @Test
    void namesAreCutToFitALineButNumbersNever() {
        Table table = Schemas.configurations(List.of(
                Column.text("data.scaling"),
                Column.real("model.l2"),
                Column.whole("training.batch-size"),
                Column.real("training.learning-rate"),
                Column.text("training.schedule.type")));
        table.add(Arrays.asList(
                "c0", "standardize", 0.01590045527, 10, 0.0123456789, "inverse-time", 2, 0.5, 0.1, 0.4, 0.6, 1, "yes"));
        String row = new ConfigurationBoard(table, ACCURACY).lines().get(1);
        assertTrue(row.contains("..rdize") || row.contains("..dize"), row);
        assertTrue(row.contains(" 0.0159005 ") && row.contains(" 0.0123457 "), row);
    }
}
