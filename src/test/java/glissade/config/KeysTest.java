package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final List<KeyCase> CASES =
            Stream.of(KeyCase.all(), KeyCase.sections()).flatMap(List::stream).toList();

    @Test
    void everyKeyIsTested() {
        assertEquals(
                Stream.concat(
                                Keys.ALL.stream().map(Key::path),
                                Arrays.stream(SweepSection.values()).map(SweepSection::path))
                        .sorted()
                        .toList(),
                CASES.stream().map(KeyCase::path).distinct().sorted().toList());
    }

    @Test
    void aKeyThatIsNotGivenHasItsDefault() {
        for (KeyCase each : CASES) {
            assertEquals(each.standard(), each.reading().apply(TextSource.load(each.base())), each.path());
        }
    }

    @Test
    void aGivenValueReachesItsRecord() {
        for (KeyCase each : CASES) {
            Experiment experiment = TextSource.load(each.base() + each.path() + " = " + each.text());
            assertEquals(each.value(), each.reading().apply(experiment), each.path());
        }
    }

    @Test
    void keysThatMeanNothingDoNotDisturbTheRecords() {
        TrialConfig trial = KeyCase.trial(TextSource.load(KeyCase.MNIST));
        assertNull(trial.data().generator());
        assertNull(KeyCase.trial(TextSource.load(KeyCase.DIGITS)).data().path());
        assertEquals(List.of(), trial.model().hidden());
    }

    @Test
    void identityIsWhatDecidesResults() {
        assertEquals(
                List.of(
                        "name",
                        "description",
                        "data.path",
                        "data.test-path",
                        "training.engine",
                        "curves.every-steps",
                        "sweep.random.trials",
                        "sweep.random.seed",
                        "sweep.replicates",
                        "sweep.replicate-order",
                        "output.best-by",
                        "output.epoch",
                        "output.details",
                        "output.boundaries",
                        "output.boundary-epochs",
                        "output.fail-fast",
                        "output.report",
                        "output.tensorboard",
                        "checkpoint.every-minutes",
                        "checkpoint.every-steps",
                        "gate.require",
                        "gate.baseline",
                        "gate.drop",
                        "gate.diverged",
                        "gate.minutes",
                        "gate.data.least-rows",
                        "gate.data.most-rows",
                        "gate.data.class-share",
                        "gate.data.class-drift",
                        "gate.data.missing",
                        "gate.data.schema",
                        "gate.data.success",
                        "gate.keep"),
                Keys.ALL.stream().filter(key -> !key.identity()).map(Key::path).toList());
    }

    @Test
    void aTextFileNamesItsExperiment() {
        assertEquals("mnist-softmax", named("conf/mnist-softmax.conf"));
        assertEquals("my-test--1-", named("s3://bucket/my test (1).conf"));
        assertEquals("v1.2", named("..v1.2.json"));
        assertEquals("experiment", named("/.conf"));
    }

    private static String named(String file) {
        return Experiments.load(new TextSource(file, KeyCase.DIGITS, Map.of()), List.of())
                .name();
    }

    @Test
    void theTableOfKeysNamesEveryKeyWithItsDefaultAndMeaning() {
        String table = KeyTable.render();
        for (Key<?> key : Keys.ALL) {
            String line = table.lines()
                    .filter(each -> each.startsWith(key.path() + " "))
                    .collect(Collectors.joining());
            assertTrue(line.contains(firstWord(key.standard().words())), line);
            assertTrue(line.contains(firstWord(key.meaning())), line);
        }
        for (SweepSection section : SweepSection.values()) {
            assertTrue(table.contains("\n" + section.documentation().get(0) + " "), table);
            assertTrue(table.contains(section.documentation().get(1)), table);
        }
        assertTrue(table.contains("sweep.grid.\"KEY\""), table);
        assertTrue(table.lines().allMatch(line -> line.length() <= 130), table);
    }

    private static String firstWord(String text) {
        return text.replaceFirst(" .*", "");
    }

    @Test
    void aConditionSeesTheAxesOfItsKey() {
        String axis = "sweep.grid.model.type = [softmax, mlp]\nmodel.hidden = [3]\n";
        assertEquals(List.of(), TextSource.problems(KeyCase.DIGITS + axis));
        assertThrows(InvalidExperiment.class, () -> TextSource.load(KeyCase.DIGITS + "model.hidden = [3]"));
    }
}
