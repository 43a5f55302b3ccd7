package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.config.Output.BestBy;
import glissade.config.Output.Epoch;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Initialiser XAVIER = new Initialiser(Initialiser.Kind.XAVIER, 0, 0);
    private static final Initialiser HE = new Initialiser(Initialiser.Kind.HE, 0, 0);

    /** A key, where it is read from, its default, and a value with what that becomes. */
    private record Case(
            String path,
            Function<Experiment, Object> reading,
            String base,
            Object standard,
            String text,
            Object value) {}

    private static Case ofTrial(
            String path,
            Function<TrialConfig, Object> reading,
            String base,
            Object standard,
            String text,
            Object value) {
        return new Case(path, experiment -> reading.apply(trial(experiment)), base, standard, text, value);
    }

    private static TrialConfig trial(Experiment experiment) {
        return TrialConfig.of(experiment.at(Map.of()));
    }

    private static final String DIGITS = "data.source = digits\n";
    private static final String CIRCLES = "data.source = circles\n";
    private static final String MNIST = "data.source = mnist\n";
    private static final String MLP = DIGITS + "model.type = mlp\n";

    private static final List<Case> CASES = List.of(
            new Case("name", Experiment::name, DIGITS, "test", "\"my-first.run_2\"", "my-first.run_2"),
            new Case("description", Experiment::description, DIGITS, "", "\"why, then?\"", "why, then?"),
            ofTrial("seed", TrialConfig::seed, DIGITS, 42L, "-7", -7L),
            ofTrial("data.source", t -> t.data().source(), DIGITS, "digits", "circles", "circles"),
            ofTrial("data.path", t -> t.data().path(), MNIST, null, "\"/a b/c\"", "/a b/c"),
            ofTrial("data.rows", t -> t.data().rows(), DIGITS, 10_000L, "1", 1L),
            ofTrial("data.rows", t -> t.data().rows(), CIRCLES, 200L, "5000000000", 5_000_000_000L),
            ofTrial("data.test-rows", t -> t.data().testRows(), DIGITS, 2_000L, "0", 0L),
            ofTrial("data.test-rows", t -> t.data().testRows(), CIRCLES, 200L, "12", 12L),
            ofTrial("data.noise", t -> t.data().noise(), DIGITS, 0.0, "0.25", 0.25),
            ofTrial("data.noise", t -> t.data().noise(), CIRCLES, 0.1, "0", 0.0),
            ofTrial("data.seed", t -> t.data().seed(), DIGITS, 42L, "43", 43L),
            ofTrial("data.validation", t -> t.data().validation(), DIGITS, 0.0, "0.1", 0.1),
            ofTrial("data.scale", t -> t.data().scale(), DIGITS, 1.0, "16", 16.0),
            ofTrial("data.scale", t -> t.data().scale(), MNIST, 255.0, "1", 1.0),
            ofTrial("model.type", t -> t.model().type(), DIGITS, ModelSpec.Type.SOFTMAX, "mlp", ModelSpec.Type.MLP),
            ofTrial("model.hidden", t -> t.model().hidden(), MLP, List.of(10), "[16, 8]", List.of(16, 8)),
            ofTrial("model.activation", t -> t.model().activation(), MLP, Activation.TANH, "relu", Activation.RELU),
            ofTrial("model.init", t -> t.training().weights(), DIGITS, Initialiser.ZEROS, "he", HE),
            ofTrial("model.init", t -> t.training().weights(), MLP, XAVIER, "zeros", Initialiser.ZEROS),
            ofTrial(
                    "model.init",
                    t -> t.training().weights(),
                    MLP + "model.activation = relu\n",
                    HE,
                    "\"uniform(-0.5, 1e-1)\"",
                    new Initialiser(Initialiser.Kind.UNIFORM, -0.5, 0.1)),
            ofTrial(
                    "model.bias-init",
                    t -> t.training().biases(),
                    MLP,
                    Initialiser.ZEROS,
                    "normal(0.01)",
                    new Initialiser(Initialiser.Kind.NORMAL, 0.01, 0)),
            ofTrial("training.epochs", t -> t.training().epochs(), DIGITS, 10, "3", 3),
            ofTrial("training.batch-size", t -> t.training().batchSize(), DIGITS, BatchSize.AUTO, "7", BatchSize.of(7)),
            ofTrial("training.learning-rate", t -> t.training().learningRate(), DIGITS, 0.01, "2", 2.0),
            ofTrial("training.optimizer.type", t -> t.training().optimizer().name(), DIGITS, "sgd", "sgd", "sgd"),
            ofTrial("training.stop.divergence.factor", t -> t.training().stop().divergenceFactor(), DIGITS, 10.0, "2.5", 2.5),
            new Case("training.engine", Experiment::engine, DIGITS, EngineChoice.AUTO, "in-task", EngineChoice.IN_TASK),
            new Case("training.shards", Experiment::shards, DIGITS, OptionalInt.empty(), "8", OptionalInt.of(8)),
            new Case(
                    "output.best-by",
                    e -> e.output().bestBy(),
                    DIGITS,
                    Optional.empty(),
                    "train.loss",
                    Optional.of(BestBy.TRAIN_LOSS)),
            new Case("output.epoch", e -> e.output().epoch(), DIGITS, Epoch.BEST, "last", Epoch.LAST));

    @Test
    void everyKeyIsTested() {
        assertEquals(
                Keys.ALL.stream().map(Key::path).sorted().toList(),
                CASES.stream().map(Case::path).distinct().sorted().toList());
    }

    @Test
    void aKeyThatIsNotGivenHasItsDefault() {
        for (Case each : CASES) {
            assertEquals(each.standard, each.reading.apply(TextSource.load(each.base)), each.path);
        }
    }

    @Test
    void aGivenValueReachesItsRecord() {
        for (Case each : CASES) {
            Experiment experiment = TextSource.load(each.base + each.path + " = " + each.text);
            assertEquals(each.value, each.reading.apply(experiment), each.path);
        }
    }

    @Test
    void keysThatMeanNothingDoNotDisturbTheRecords() {
        TrialConfig trial = trial(TextSource.load(MNIST));
        assertEquals(0, trial.data().rows());
        assertEquals(0, trial.data().testRows());
        assertEquals(0.0, trial.data().noise());
        assertNull(trial(TextSource.load(DIGITS)).data().path());
        assertEquals(List.of(), trial.model().hidden());
    }

    @Test
    void identityIsWhatDecidesResults() {
        assertEquals(
                List.of(
                        "name",
                        "description",
                        "data.path",
                        "training.engine",
                        "training.shards",
                        "output.best-by",
                        "output.epoch"),
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
        return Experiments.load(new TextSource(file, DIGITS, Map.of()), List.of())
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
        assertTrue(table.contains("sweep.grid.\"KEY\""), table);
        assertTrue(table.lines().allMatch(line -> line.length() <= 130), table);
    }

    private static String firstWord(String text) {
        return text.replaceFirst(" .*", "");
    }

    @Test
    void aConditionSeesTheAxesOfItsKey() {
        String axis = "sweep.grid.model.type = [softmax, mlp]\nmodel.hidden = [3]\n";
        assertEquals(List.of(), TextSource.problems(DIGITS + axis));
        assertThrows(InvalidExperiment.class, () -> TextSource.load(DIGITS + "model.hidden = [3]"));
    }
}
