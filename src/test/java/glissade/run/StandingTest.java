package glissade.run;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Selection LOSS = new Selection(Split.VALIDATION, Measure.LOSS, true);
    private static final double NAN = Double.NaN;

    private static Standing standing(String id, Double... values) {
        return new Standing(id, Arrays.asList(values));
    }

    /** Student's t for 1, 2, 4 and 29 degrees of freedom, from printed tables. */
    @Test
    void theIntervalIsThatOfTheTables() {
        assertEquals(12.7062 * Math.sqrt(2) / Math.sqrt(2), new Sample(List.of(1.0, 3.0)).halfInterval(), 1e-4);
        assertEquals(4.30265 / Math.sqrt(3), new Sample(List.of(1.0, 2.0, 3.0)).halfInterval(), 1e-5);
        assertEquals(
                2.77645 * Math.sqrt(2.5) / Math.sqrt(5),
                new Sample(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).halfInterval(),
                1e-5);
        List<Double> thirty = Stream.iterate(0.0, value -> 1 - value).limit(30).toList();
        assertEquals(2.04523 * Math.sqrt(7.5 / 29) / Math.sqrt(30), new Sample(thirty).halfInterval(), 1e-5);
    }

    @Test
    void oneMeasurementHasAMeanAndNoInterval() {
        assertEquals(0.5, new Sample(List.of(0.5)).mean());
        assertTrue(Double.isNaN(new Sample(List.of(0.5)).halfInterval()));
        assertTrue(Double.isNaN(new Sample(List.of()).mean()));
    }

    @Test
    void aConfigurationThatLacksANumberComesAfterThoseThatDoNot() {
        assertEquals(
                List.of("good", "bad", "lucky", "luckless", "nothing"),
                Stream.of(
                                standing("nothing", NAN, NAN),
                                standing("luckless", NAN, 9.0),
                                standing("lucky", 0.1, NAN),
                                standing("bad", 5.0, 5.0),
                                standing("good", 1.0, 2.0))
                        .sorted(Standing.bestFirst(LOSS))
                        .map(Standing::configuration)
                        .toList());
    }

    /** Each replicate has its own luck, which the differences leave out. */
    @Test
    void tiesGoByTheDifferencesReplicateByReplicate() {
        Standing best = standing("a", 1.0, 2.0, 3.0, 4.0);
        assertEquals(Optional.of(true), best.isTiedWith(best));
        assertEquals(Optional.of(false), standing("b", 1.1, 2.1, 3.1, 4.1).isTiedWith(best));
        assertEquals(Optional.of(true), standing("b", 2.0, 1.0, 4.0, 3.5).isTiedWith(best));
        assertEquals(Optional.of(true), standing("b", 1.0, 2.0, 3.0, 4.0).isTiedWith(best));
        assertEquals(Optional.empty(), standing("b", 1.0, NAN, NAN, NAN).isTiedWith(best));
        assertEquals(Optional.empty(), standing("b", 1.0).isTiedWith(standing("a", 2.0)));
    }

    @Test
    void theTableFollowsFromTheTrials() {
        Table trials = Schemas.trials(List.of(Column.real("rate")), true);
        trial(trials, "a0", "a0", 0, 0.5, "completed", 1.0);
        trial(trials, "a1", "a0", 1, 0.5, "completed", 3.0);
        trial(trials, "b0", "b0", 0, 0.7, "completed", 1.5);
        trial(trials, "b1", "b0", 1, 0.7, "stopped", 1.5);
        trial(trials, "c0", "c0", 0, 0.9, "completed", 0.1);
        trial(trials, "c1", "c0", 1, 0.9, "diverged", 0.2);
        // As a run leaves it that ended before its time.
        trial(trials, "d1", "d0", 1, 0.6, "completed", 0.05);
        Table table = Configurations.of(trials, LOSS, 2);
        assertEquals(List.of(Column.real("rate")), Schemas.swept(table));
        assertEquals(
                List.of("b0 0.7 2 1.5 1 yes", "a0 0.5 2 2.0 2 yes", "d0 0.6 1 0.05 3 null", "c0 0.9 1 0.1 4 null"),
                Stream.of(0, 1, 2, 3)
                        .map(row -> table.text(row, 0) + " " + table.real(row, 1) + " " + table.whole(row, 2) + " "
                                + table.real(row, 3) + " " + table.whole(row, 7) + " " + table.text(row, 8))
                        .toList());
    }

    private static void trial(
            Table trials, String id, String configuration, int replicate, double rate, String status, double loss) {
        Object[] row = new Object[trials.columns().size()];
        row[0] = id;
        row[1] = configuration;
        row[2] = replicate;
        row[3] = rate;
        row[trials.column(Schemas.STATUS)] = status;
        row[trials.column("best_validation_loss")] = loss;
        trials.add(Arrays.asList(row));
    }
}
