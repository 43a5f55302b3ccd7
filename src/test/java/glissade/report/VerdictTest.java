package glissade.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.store.Column;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    @TempDir
    private Path place;

    private final List<String> heads = new ArrayList<>();

    /** Of so many trials, the first of which is best: its losses on the validation rows and on the test rows. */
    private Verdict verdict(int count, String metric, boolean bestEpoch, double validation, Double test)
            throws IOException {
        Table trials = Schemas.trials(List.of(Column.text("model.head")));
        for (int i = 0; i < count; i++) {
            String head = heads.isEmpty() ? "softmax" : heads.get(i % heads.size());
            List<Object> row = new ArrayList<>(List.of("t" + i, head));
            row.addAll(Arrays.asList("completed", null, 9, 3));
            List<Double> metrics = Arrays.asList(0.125, null, validation + i, null, test, null);
            row.addAll(metrics);
            row.addAll(metrics);
            row.addAll(Arrays.asList("ab", 3, null));
            trials.add(row);
        }
        RunFolder folder = RunFolder.of(new Configuration(), place.toString(), "verdict", metric + count + test);
        folder.writeParquet(trials);
        folder.writeParquet(Schemas.curves());
        List<Integer> ranked = IntStream.range(0, count).boxed().toList();
        Subject subject = new Subject("verdict", metric, bestEpoch, ranked);
        return new Verdict(new RunTables(new StoredTables(folder), subject), Optional.empty());
    }

    @Test
    void rowsThatHadNoSayTellHowGoodTheBestIs() throws Exception {
        Verdict worse = verdict(1_200, "validation.loss", true, 0.25, 0.5);
        assertEquals(
                "Best of 1,200 trials: <strong>head softmax</strong>, with <strong>validation loss 0.2500</strong>"
                        + " at epoch 3 of 9.",
                worse.sentence());
        assertEquals(
                List.of(
                        "On the test rows, which had no say, its loss is 0.5000, worse than on those that chose it, as is"
                                + " usual for the best of 1,200 tried."),
                worse.notes());
        assertEquals(
                List.of(
                        "On the test rows, which had no say, its loss is 0.2500, no worse than on those that chose it."),
                verdict(2, "validation.loss", true, 0.25, 0.25).notes());
        assertEquals(
                List.of(
                        "There are no test rows, and the best of 2 tried is usually a little lucky with the rows that chose"
                                + " it."),
                verdict(2, "validation.loss", true, 0.25, null).notes());
    }

    @Test
    void oneTrialWasChosenAmongItsEpochsOrNotAtAll() throws Exception {
        assertEquals(
                "One trial: <strong>validation loss 0.2500</strong> after 9 epochs.",
                verdict(1, "validation.loss", false, 0.25, 0.5).sentence());
        assertEquals(
                List.of("On the test rows, which had no say, its loss is 0.5000."),
                verdict(1, "validation.loss", false, 0.25, 0.5).notes());
        assertEquals(List.of(), verdict(1, "test.loss", false, 0.25, 0.5).notes());
        assertEquals(
                List.of("Chosen by the test rows: on rows that had no say the number is likely to be worse."),
                verdict(1, "test.loss", true, 0.25, 0.75).notes());
        assertEquals(
                List.of("Chosen by the training rows: on the test rows, which it has never seen, its loss is 0.5000."),
                verdict(2, "train.loss", false, 0.25, 0.5).notes());
    }

    @Test
    void lossesOfDifferentKindsAreCalledSo() throws Exception {
        heads.addAll(List.of("mse", "half-mse"));
        assertEquals(List.of(), verdict(2, "validation.loss", true, 0.25, 0.5).mixtures());
        heads.addAll(List.of("binary"));
        assertEquals(
                List.of(
                        "Squared errors and cross-entropies are ranked together, though neither says anything of the other."),
                verdict(3, "validation.loss", true, 0.25, 0.5).mixtures());
        assertEquals(
                List.of(), verdict(3, "validation.accuracy", true, 0.25, 0.5).mixtures());
    }
}
