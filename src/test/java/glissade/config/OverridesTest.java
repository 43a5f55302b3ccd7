package glissade.config;

import static glissade.config.TextSource.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private static final String BASE = """
            data.source = digits
            training { epochs = 5, learning-rate = 1 }
            sweep.grid { training { learning-rate = [1, 2] } }
            """;

    private static TrialConfig trial(String... assignments) {
        return TrialConfig.of(TextSource.load(BASE, assignments).at(Map.of()));
    }

    private static List<?> axis(String... assignments) {
        return TextSource.load(BASE, assignments)
                .sweep()
                .axis(TrainingKeys.LEARNING_RATE)
                .map(Axis::values)
                .orElse(List.of());
    }

    @Test
    void anOverrideWinsOverTheFileAndALaterOneOverAnEarlier() {
        assertEquals(
                7, trial("training.epochs=6", "training.epochs = 7").training().epochs());
        assertEquals(8, trial("training { epochs = 8 }").training().epochs());
        assertEquals(9, trial("\"training.epochs\"=9").training().epochs());
    }

    @Test
    void nullTakesAValueBack() {
        assertEquals(10, trial("training.epochs=null").training().epochs());
        assertEquals(List.of(), axis("sweep.grid.training.learning-rate=null"));
        assertEquals(List.of(), axis("sweep=null"));
    }

    @Test
    void anAxisCanBeReplacedInEitherSpelling() {
        assertEquals(List.of(1.0, 2.0), axis());
        assertEquals(List.of(0.1, 0.2), axis("sweep.grid.\"training.learning-rate\"=[0.1,0.2]"));
        assertEquals(List.of(0.3), axis("sweep.grid.training.learning-rate=[0.3]"));
        assertEquals(List.of(0.4), axis("sweep.grid { training.learning-rate = [0.4] }"));
        assertEquals(List.of(1.0, 2.0, 3.0), axis("sweep.grid.training.learning-rate += 3"));
    }

    @Test
    void aSingleValueReplacesTheAxisOfTheFile() {
        assertEquals(List.of(), axis("training.learning-rate=3"));
        assertEquals(3.0, trial("training.learning-rate=3").training().learningRate());
    }

    @Test
    void aSingleValueAndAnAxisOfTheSameKeyAreAConflict() {
        assertEquals(
                List.of("--set training.epochs=3: set to one value here and to an axis by --set"
                        + " sweep.grid.training.epochs=[1]"),
                problems(BASE, "training.epochs=3", "sweep.grid.training.epochs=[1]"));
    }

    @Test
    void textNeedsNoQuotesAfterSet() {
        assertEquals(
                "s3://bucket/a//b, c",
                trial("data.source=mnist", "data.path=s3://bucket/a//b, c")
                        .data()
                        .path());
        assertEquals(
                -0.5,
                trial("model.init=uniform(-0.5, 0.5)").training().weights().a());
        assertEquals(
                "a \"b\"", TextSource.load(BASE, "description=\"a \\\"b\\\"\"").description());
    }

    @Test
    void substitutionsInTheFileSeeOverrides() {
        String text = "data.source = digits, seed = ${data.seed}, data.seed = 1";
        assertEquals(
                9,
                TrialConfig.of(TextSource.load(text, "data.seed=9").at(Map.of()))
                        .seed());
    }

    @Test
    void aBrokenOverrideIsQuoted() {
        assertEquals(
                List.of(
                        "--set =3: expected path=value",
                        "--set trainig.epochs=3: unknown key; did you mean training.epochs?",
                        "--set training.epochs=: expected path=value",
                        "--set training.epochs={: the text ends inside a section: a closing } is missing"),
                problems(BASE, "training.epochs=", "=3", "training.epochs={", "trainig.epochs=3"));
        assertEquals(
                List.of("--set training.epochs=x: expected a whole number of at least 1, found the text \"x\""),
                problems(BASE, "training.epochs=x"));
    }
}
