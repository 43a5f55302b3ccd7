package glissade.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.browser.BrowserTab;
import glissade.browser.Chromium;
import glissade.numeric.Randomness;
import glissade.store.Column;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of ten thousand trials. */
class LargePageTest {
    private static final int TRIALS = 10_000;
    private static final int EPOCHS = 10;
    private static final int MOST_BYTES = 10_000_000;

    @TempDir
    private Path place;

    /** As after a random search: every number has all its digits. */
    private RunFolder tables() throws IOException {
        Table trials = Schemas.trials(List.of(
                Column.whole("training.batch-size"),
                Column.real("training.learning-rate"),
                Column.text("training.optimizer.type")));
        Table curves = Schemas.curves();
        for (int trial = 0; trial < TRIALS; trial++) {
            String id = String.format(Locale.ROOT, "%012x", trial * 7_919L);
            double quality = number(trial, 0);
            List<Object> row = new ArrayList<>(List.of(id, 8L << (trial % 5), 1e-3 + number(trial, 1)));
            row.addAll(Arrays.asList(trial % 3 == 0 ? "sgd" : "adam", "completed", null, EPOCHS, EPOCHS));
            List<Double> metrics =
                    List.of(quality, 1 - quality / 2, quality + 0.01, 0.9 - quality / 2, quality + 0.02, 0.5);
            row.addAll(metrics);
            row.addAll(metrics);
            row.addAll(Arrays.asList("ab".repeat(32), EPOCHS, EPOCHS));
            trials.add(row);
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                double loss = quality + number(trial, epoch) / epoch;
                double steps = 1000.0 * epoch / (1 + trial % 5);
                curves.add(Arrays.asList(
                        id,
                        epoch,
                        (long) steps,
                        1e-3 + number(trial, 1),
                        loss,
                        1 - loss / 3,
                        loss + 0.01,
                        0.9 - loss / 3,
                        null,
                        null,
                        loss));
            }
        }
        RunFolder folder = RunFolder.of(new Configuration(), place.toString(), "large", "x");
        folder.writeParquet(trials);
        folder.writeParquet(curves);
        return folder;
    }

    private static double number(int trial, int index) {
        return Randomness.uniform(1, Randomness.Purpose.INITIALISATION, index, trial);
    }

    private static void draw(RunFolder folder) throws IOException {
        Table trials = folder.readParquet("trials");
        int loss = trials.column("best_validation_loss");
        List<Integer> ranked = IntStream.range(0, TRIALS)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> trials.real(row, loss)))
                .toList();
        Subject subject = new Subject("large", "validation.loss", true, ranked);
        PageFacts facts = new PageFacts(
                "x",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                Map.of("ab".repeat(32), 1000L),
                "",
                HistorySchema.table());
        Page.of(new StoredTables(folder), subject, facts).draw(folder);
    }

    @Test
    void tenThousandTrialsFitIntoOnePage() throws Exception {
        RunFolder folder = tables();
        draw(folder);
        Path page = Path.of(folder.location(), Page.NAME);
        byte[] bytes = Files.readAllBytes(page);
        assertTrue(bytes.length < MOST_BYTES, bytes.length + " bytes");
        draw(folder);
        assertArrayEquals(bytes, Files.readAllBytes(page));

        Optional<Path> program = Chromium.find();
        if (program.isEmpty()) {
            System.out.println("LargePageTest: no Chromium on the path of this machine, so the page was not opened");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium on the path");
        try (Chromium browser = Chromium.start(program.get(), Files.createDirectory(place.resolve("profile")))) {
            BrowserTab tab = browser.open(page, place);
            assertEquals(
                    "1 – 20 of 10,000 trials", tab.text("document.querySelector('#trials .pages span').textContent"));
            assertTrue(tab.text("document.querySelector('#curves .note').textContent")
                    .contains("curves.csv has them all"));
            tab.value("[...glissade.charts.values()].forEach((chart) => chart.open())");
            tab.value("Object.assign(glissade.wanted, { filter: 'learning-rate>0.5' }), glissade.refilter()");
            int passing = tab.number("glissade.wanted.passing.length");
            assertEquals(
                    IntStream.range(0, TRIALS)
                            .filter(trial -> 1e-3 + number(trial, 1) > 0.5)
                            .count(),
                    passing);
            aNumberIsTheSameInAVerdictAndInACell(tab);
            assertEquals(List.of(), tab.troubles());
        }
    }

    private static void aNumberIsTheSameInAVerdictAndInACell(BrowserTab tab) throws Exception {
        List<Double> numbers = new ArrayList<>(List.of(0.0, 0.0095, 0.03125, 1.03125, 0.0999996, 0.00099996, 6536.5));
        for (int place = 0; place < 2_000; place++) {
            numbers.add((place % 3 == 0 ? -1 : 1) * number(7, place) * StrictMath.pow(10, place % 20 - 10));
        }
        List<String> words = new ArrayList<>();
        tab.value(numbers + ".map(glissade.short)").forEach(cell -> words.add(cell.asText()));
        assertEquals(numbers.stream().map(Verdict::number).toList(), words);
        assertEquals(List.of("0", "0.009500", "0.03125", "1.0313", "0.1000", "0.001000", "6,537"), words.subList(0, 7));
    }
}
