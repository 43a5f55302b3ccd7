package glissade.config;

import static glissade.config.TextSource.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final String BASE = "data.source = digits\n";
    private static final String SOURCES =
            "circles, moons, blobs, digits, linear, logistic, dummy, noise, mnist, csv, libsvm, parquet";

    private static void assertProblem(String text, String problem) {
        assertEquals(List.of(problem), problems(BASE + text));
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() {
        assertProblem(
                "training.batchsize = 1",
                "test.conf:2: training.batchsize: unknown key; did you mean training.batch-size?");
        assertProblem("epochs = 1", "test.conf:2: epochs: unknown key; did you mean training.epochs?");
        assertProblem("training.lr = 1", "test.conf:2: training.lr: unknown key; did you mean training.learning-rate?");
        assertProblem(
                "model.flavour = 1", "test.conf:2: model.flavour: unknown key; `glissade keys` lists all there are");
    }

    @Test
    void anUnknownSectionIsOneProblem() {
        assertProblem(
                "trainin { epochs = 1, seed = 2 }", "test.conf:2: trainin: unknown section; did you mean training?");
        assertProblem(
                "trainin { epochs = 1 }", "test.conf:2: trainin.epochs: unknown key; did you mean training.epochs?");
    }

    @Test
    void aSectionIsNotAValue() {
        assertProblem("training = 5", "test.conf:2: training: expected a section, as in training { ... }, found 5");
        assertProblem(
                "training.optimizer = sgd",
                "test.conf:2: training.optimizer: expected a section, as in training.optimizer { ... }, found the text"
                        + " \"sgd\"; did you mean training.optimizer.type?");
    }

    @Test
    void aValueOfTheWrongTypeIsNotBentIntoShape() {
        String expected = "expected a whole number of at least 1, found ";
        assertProblem("training.epochs = ten", "test.conf:2: training.epochs: " + expected + "the text \"ten\"");
        assertProblem("training.epochs = \"10\"", "test.conf:2: training.epochs: " + expected + "the text \"10\"");
        assertProblem("training.epochs = 10.0", "test.conf:2: training.epochs: " + expected + "10.0");
        assertProblem("training.epochs = 1e1", "test.conf:2: training.epochs: " + expected + "1e1");
        assertProblem("training.epochs = true", "test.conf:2: training.epochs: " + expected + "true");
        assertProblem("training.epochs { a = 1 }", "test.conf:2: training.epochs: " + expected + "a section {\"a\":1}");
        assertProblem(
                "training.epochs = [1, 2]",
                "test.conf:2: training.epochs: " + expected
                        + "the list [1,2]; to try several values use sweep.grid.\"training.epochs\"");
        assertProblem("description = 5", "test.conf:2: description: expected text, found 5");
    }

    @Test
    void anImpossibleValueIsToldWhatIsPossible() {
        assertProblem(
                "training.epochs = 0", "test.conf:2: training.epochs: expected a whole number of at least 1, found 0");
        assertProblem(
                "training.epochs = 3000000000",
                "test.conf:2: training.epochs: expected a whole number of at most 2147483647, found 3000000000");
        assertProblem(
                "training.learning-rate = 0",
                "test.conf:2: training.learning-rate: expected a number above 0, found 0");
        assertProblem(
                "training.learning-rate = 1e999",
                "test.conf:2: training.learning-rate: expected a number above 0, found 1e999");
        assertProblem(
                "data.validation = 1", "test.conf:2: data.validation: expected a number in the range [0, 1), found 1");
        assertProblem("data.noise = -0.1", "test.conf:2: data.noise: expected a number of at least 0, found -0.1");
        assertProblem(
                "training.batch-size = 0",
                "test.conf:2: training.batch-size: expected a whole number of at least 1, all, or auto, found 0");
        assertProblem(
                "training.shards = 6",
                "test.conf:2: training.shards: expected a power of two (1, 2, 4, 8, ...) or auto, found 6");
        assertProblem(
                "name = \"a/b\"",
                "test.conf:2: name: expected a name of letters, digits, '.', '_' and '-', found the text \"a/b\"");
    }

    @Test
    void aChoiceNamesTheNearestValue() {
        assertProblem(
                "model.type = sofmax",
                "test.conf:2: model.type: expected one of linear, logistic, softmax, mlp, surface, found the text"
                        + " \"sofmax\"; did you mean softmax?");
        assertProblem("output.epoch = 3", "test.conf:2: output.epoch: expected one of best, last, found 3");
    }

    @Test
    void aDistributionIsReadInFull() {
        String expected = "test.conf:2: model.init: expected zeros, xavier, he, lecun, \"uniform(a, b)\","
                + " \"normal(sd)\" or \"point(x, y)\", found the text ";
        for (String wrong : List.of("gauss", "uniform(1)", "uniform(a, b)", "normal(1, 2)", "normal(NaN)", "he(1)")) {
            assertProblem("model.init = \"" + wrong + "\"", expected + "\"" + wrong + "\"");
        }
        assertProblem(
                "model.init = \"uniform(1, 1)\"", "test.conf:2: model.init: uniform(a, b) needs a < b, got (1.0, 1.0)");
    }

    @Test
    void anElementOfAListIsCheckedLikeAValue() {
        assertEquals(
                List.of("test.conf:1: model.hidden: expected a whole number of at least 1, found 0"),
                problems("data.source = digits, model { type = mlp, hidden = [10, 0] }"));
        assertEquals(
                List.of("test.conf:1: model.hidden: expected a list in brackets, each element a whole number of at"
                        + " least 1, found 10"),
                problems("data.source = digits, model { type = mlp, hidden = 10 }"));
    }

    @Test
    void aKeyOutOfPlaceIsToldWhereItBelongs() {
        assertProblem(
                "model.hidden = [5]",
                "test.conf:2: model.hidden: means nothing with model.type = softmax: it is only for model.type = mlp");
        assertEquals(
                List.of("test.conf:1: data.noise: means nothing with data.source = mnist: it is only for data.source ="
                        + " circles or moons or blobs or digits or linear or logistic"),
                problems("data { source = mnist, noise = 0.1 }"));
    }

    @Test
    void aMissingSourceIsAskedFor() {
        assertEquals(List.of("data.source: must be given: expected one of " + SOURCES), problems(""));
        assertEquals(
                List.of("data.source: must be given: expected one of " + SOURCES),
                problems("data { noise = 0.1, source = null }"));
    }

    @Test
    void axesAreCheckedValueByValue() {
        assertProblem(
                "sweep.grid { \"training.learning-rate\" = [0.1, -2, x] }",
                "test.conf:2: sweep.grid.\"training.learning-rate\"[1]: expected a number above 0, found -2",
                "test.conf:2: sweep.grid.\"training.learning-rate\"[2]: expected a number above 0, found the text"
                        + " \"x\"");
        assertProblem(
                "sweep.grid { training.epochs = [] }",
                "test.conf:2: sweep.grid.\"training.epochs\": expected at least one value to try, found an empty list");
        assertProblem(
                "sweep.grid { training.epochs = 5 }",
                "test.conf:2: sweep.grid.\"training.epochs\": expected a list of values to try, found 5");
        assertProblem(
                "sweep.grid { \"training.rate\" = [5] }",
                "test.conf:2: sweep.grid.\"training.rate\": unknown key; did you mean training.learning-rate?");
        assertProblem(
                "sweep.grid { training.engine = [auto] }",
                "test.conf:2: sweep.grid.\"training.engine\": cannot be swept, as results do not depend on it");
        assertProblem(
                "sweep.grid { model.hidden = [[3], [4]] }",
                "test.conf:2: sweep.grid.\"model.hidden\": means nothing with model.type = softmax: it is only for"
                        + " model.type = mlp");
    }

    private static void assertProblem(String text, String first, String second) {
        assertEquals(List.of(first, second), problems(BASE + text));
    }

    @Test
    void everythingIsReportedAtOnceInTheOrderOfTheText() {
        String text = """
                training { epochs = 0
                  batchsize = 10 }
                data { source = mars, noise = 1, rows = none }
                sweep.grid { seed = [1.5] }
                """;
        InvalidExperiment e = assertThrows(
                InvalidExperiment.class, () -> TextSource.load(text, "model.type=cnn", "training.learning-rate"));
        assertEquals("""
                7 problems in test.conf, nothing was started:
                  test.conf:1: training.epochs: expected a whole number of at least 1, found 0
                  test.conf:2: training.batchsize: unknown key; did you mean training.batch-size?
                  test.conf:3: data.rows: expected a whole number of at least 1, found the text "none"
                  test.conf:3: data.source: expected one of %s, found the text "mars"
                  test.conf:4: sweep.grid."seed"[0]: expected a whole number, found 1.5
                  --set model.type=cnn: expected one of linear, logistic, softmax, mlp, surface, found the text "cnn"
                  --set training.learning-rate: expected path=value""".formatted(SOURCES), e.getMessage());
    }
}
