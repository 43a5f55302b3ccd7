package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final String DIGITS = "data.source = digits\n";

    private static List<String> problems(String text, String... assignments) {
        return TextSource.problems(DIGITS + text, assignments);
    }

    private static Sweep sweep(String text, String... assignments) {
        return TextSource.load(DIGITS + text, assignments).sweep();
    }

    private static Experiment beside(String file, String content) {
        return Experiments.load(
                new TextSource("test.conf", DIGITS + "sweep.points = \"" + file + "\"", Map.of(file, content)),
                List.of());
    }

    private static List<?> values(Sweep sweep, Key<?> key) {
        return sweep.axis(key).orElseThrow().values();
    }

    @Test
    void factorsAreTheAxesOfTheGridAndThenEachJointAxis() {
        Sweep sweep = sweep("""
                sweep {
                  points = [{ data.noise = 0.5 }]
                  random { trials = 2, axes.seed.int = [1, 9] }
                  zip { training.epochs = [1, 2], data.seed = [3, 4] }
                  grid { training.learning-rate = [1], training.batch-size = [8, all] }
                }
                """);
        assertEquals(
                List.of(
                        List.of("training.batch-size"),
                        List.of("training.learning-rate"),
                        List.of("data.seed", "training.epochs"),
                        List.of("data.noise"),
                        List.of("seed")),
                sweep.factors().stream()
                        .map(factor ->
                                factor.stream().map(axis -> axis.key().path()).toList())
                        .toList());
    }

    @Test
    void listsOfAZipAreOfOneLength() {
        assertEquals(
                List.of(
                        "test.conf:2: sweep.zip.\"training.epochs\": expected 3 values, as many as data.seed has, found 2"),
                problems("sweep.zip { data.seed = [1, 2, 3], training.epochs = [1, 2] }"));
    }

    @Test
    void aKeyStandsInOneSectionOnly() {
        assertEquals(
                List.of("test.conf:3: sweep.zip.\"training.epochs\": given twice, also in sweep.grid at test.conf:2"),
                problems("sweep.grid.training.epochs = [1]\nsweep.zip.training.epochs = [1, 2]"));
        assertEquals(
                List.of("test.conf:2: sweep.random.axes.\"seed\": given twice, also in sweep.points at test.conf:3"),
                problems("sweep.random.axes.seed.int = [1, 2]\nsweep.points = [{ seed = 1 }]"));
        assertEquals(
                List.of(5, 6),
                values(
                        sweep("sweep.zip.training.epochs = [1, 2]", "sweep.grid.training.epochs=[5, 6]"),
                        TrainingKeys.EPOCHS));
    }

    @Test
    void aPointMayLeaveAKeyToTheBase() {
        Sweep sweep = sweep("""
                sweep.points = [
                  { training.epochs = 1, "data.seed" = 2 }
                  { training { epochs = 3 }, data.seed = null }
                  {}
                ]
                """);
        assertEquals(Arrays.asList(1, 3, null), values(sweep, TrainingKeys.EPOCHS));
        assertEquals(Arrays.asList(2L, null, null), values(sweep, DataKeys.DATA_SEED));
    }

    @Test
    void problemsOfPointsNameTheirLine() {
        assertEquals(
                List.of(
                        "test.conf:3: sweep.points.\"training.epochs\"[0]: expected a whole number of at least 1, found 0",
                        "test.conf:4: sweep.points.\"training.epoch\": unknown key; did you mean training.epochs?",
                        "test.conf:5: sweep.points: expected a point, as in { KEY = value }, found 7"),
                problems("sweep.points = [\n{ training.epochs = 0 }\n{ training.epoch = 1 }\n7 ]"));
        assertEquals(
                List.of("test.conf:2: sweep.points: expected a list of points or the name of a file, found 5"),
                problems("sweep.points = 5"));
        assertEquals(
                List.of("test.conf:2: sweep.points: expected at least one point, found an empty list"),
                problems("sweep.points = []"));
        assertEquals(
                List.of("test.conf:2: sweep.points: none.csv cannot be read: there is no such file"),
                problems("sweep.points = none.csv"));
    }

    @Test
    void pointsMayStandInAFileBesideTheExperiment() {
        String csv = """
                training.batch-size, training.epochs, model.init, model.bias

                10, 3, "uniform(-1, 1)", true
                all,, he, false
                """;
        Sweep sweep = beside("points.csv", csv).sweep();
        assertEquals(Arrays.asList(3, null), values(sweep, TrainingKeys.EPOCHS));
        assertEquals(
                sweep("sweep.zip { training.batch-size = [10, all], model.init = [\"uniform(-1, 1)\", he] }")
                        .axis(ModelKeys.INIT)
                        .orElseThrow()
                        .values(),
                values(sweep, ModelKeys.INIT));
        assertEquals(List.of(true, false), values(sweep, ModelKeys.BIAS));
        Sweep json = beside("points.json", "[{\"training.epochs\": 3},\n {\"training\": {\"epochs\": 4}}]")
                .sweep();
        assertEquals(List.of(3, 4), values(json, TrainingKeys.EPOCHS));
    }

    @Test
    void problemsOfAFileOfPointsNameTheFileAndTheLine() {
        assertEquals(
                List.of(
                        "points.csv:1: epochs: unknown key; did you mean training.epochs?",
                        "points.csv:2: expected 2 cells, as many as the header has, found 1",
                        "points.csv:3: sweep.points.\"seed\"[0]: expected a whole number, found 1.5"),
                problemsBeside("points.csv", "seed,epochs\n1\n1.5,2\n"));
        assertEquals(
                List.of(
                        "points.csv:1: sweep.points.\"training.engine\": cannot be swept, as results do not depend on it"),
                problemsBeside("points.csv", "training.engine\nauto\n").stream()
                        .map(problem -> problem.replace("csv:2", "csv:1"))
                        .toList());
        assertEquals(
                List.of("points.csv:2: expected cells separated by commas, found a double quote that is not closed"),
                problemsBeside("points.csv", "seed\n\"1\n2\n"));
        assertEquals(
                List.of("points.csv:2: sweep.points.\"seed\"[0]: expected a whole number, found the text \"1, a = 2\""),
                problemsBeside("points.csv", "seed\n\"1, a = 2\"\n"));
        assertEquals(
                List.of("points.csv: expected a header of keys and at least one point"),
                problemsBeside("points.csv", "seed\n\n"));
        assertEquals(
                List.of("points.json:2: sweep.points.\"seed\"[1]: expected a whole number, found the text \"x\""),
                problemsBeside("points.json", "[{ \"seed\": 1 },\n{ \"seed\": \"x\" }]"));
        assertEquals(List.of("points.json:1: expected at least one point"), problemsBeside("points.json", "[]"));
        assertEquals(
                List.of("points.json:1: expected a list of points, found a section {\"seed\":1}"),
                problemsBeside("points.json", "{ \"seed\": 1 }"));
    }

    private static List<String> problemsBeside(String file, String content) {
        try {
            beside(file, content);
            return List.of();
        } catch (InvalidExperiment e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void aSingleValueAfterSetReplacesAnyAxis() throws IOException {
        for (String axis : List.of(
                "grid.training.epochs = [1]",
                "zip.training.epochs = [1]",
                "points = [{ training.epochs = 1 }]",
                "random { trials = 3, axes.training.epochs { int = [1, 2] } }")) {
            assertEquals(List.of(), sweep("sweep." + axis, "training.epochs=7").axes());
        }
    }

    @Test
    void setReachesEveryPartOfASearch() {
        String text = "sweep.random { trials = 3, axes { \"training.learning-rate\" = { uniform = [0.5, 1] } } }";
        assertEquals(
                200,
                values(sweep(text, "sweep.random.trials=200"), TrainingKeys.LEARNING_RATE)
                        .size());
        assertEquals(
                List.of(0.25, 0.25, 0.25),
                values(
                        sweep(text, "sweep.random.axes.\"training.learning-rate\".choice=[0.25]"),
                        TrainingKeys.LEARNING_RATE));
        assertEquals(3, sweep(text, "sweep.replicates=3").replicates());
        assertEquals(
                List.of(
                        "--set sweep.random.trials=none: expected a whole number of at least 1, found the text \"none\""),
                problems(text, "sweep.random.trials=none"));
        assertEquals(
                List.of("--set sweep.replicate=3: unknown key; did you mean sweep.replicates?"),
                problems(text, "sweep.replicate=3"));
        assertEquals(
                List.of("--set sweep.random.trials=5: means nothing without sweep.random.axes"),
                problems("", "sweep.random.trials=5"));
    }
}
