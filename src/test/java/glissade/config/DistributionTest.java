package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.optim.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final String DIGITS = "data.source = digits\n";
    private static final String RATE = "training.learning-rate";

    private static <T> List<T> drawn(Key<T> key, String distribution, int trials, String... more) {
        String axis =
                "sweep.random { trials = " + trials + ", axes { \"" + key.path() + "\" = " + distribution + " } }\n";
        return TextSource.load(DIGITS + axis, more)
                .sweep()
                .axis(key)
                .orElseThrow()
                .values();
    }

    private static List<String> problems(String path, String distribution) {
        return TextSource.problems(DIGITS + "sweep.random.axes { \"" + path + "\" = " + distribution + " }");
    }

    @Test
    void aLongerListBeginsWithTheShorterOne() {
        for (String law : List.of("{ uniform = [1, 2] }", "{ log-uniform = [1e-4, 1] }", "{ choice = [1, 2, 3] }")) {
            List<Double> longer = drawn(TrainingKeys.LEARNING_RATE, law, 50);
            assertEquals(longer.subList(0, 20), drawn(TrainingKeys.LEARNING_RATE, law, 20));
        }
    }

    @Test
    void anotherAxisChangesNoDraw() {
        String law = "{ log-uniform = [1e-4, 1] }";
        assertEquals(
                drawn(TrainingKeys.LEARNING_RATE, law, 9),
                drawn(
                        TrainingKeys.LEARNING_RATE,
                        law,
                        9,
                        "sweep.random.axes.seed.int=[1, 5]",
                        "sweep.random.axes.data.seed.int=[1, 5]"));
    }

    @Test
    void drawsFollowTheSeedOfTheExperimentUnlessTheyHaveTheirOwn() {
        String law = "{ uniform = [1, 2] }";
        List<Double> standard = drawn(TrainingKeys.LEARNING_RATE, law, 5);
        assertEquals(standard, drawn(TrainingKeys.LEARNING_RATE, law, 5, "seed=42"));
        assertNotEquals(standard, drawn(TrainingKeys.LEARNING_RATE, law, 5, "seed=43"));
        assertEquals(standard, drawn(TrainingKeys.LEARNING_RATE, law, 5, "seed=43", "sweep.random.seed=42"));
    }

    /** The seed is the key of the generator, the axis its stream, the point its index. */
    @Test
    void drawsAreFixedForGood() {
        assertEquals("uniform [0.25, 0.75]", axis("{ uniform = [0.25, 0.75] }").rule());
        assertEquals(List.of(0.0), drawn(DataKeys.NOISE, "{ uniform = [0, 0] }", 1));
        Draw draw = new Draw(42, Draw.stream(RATE), 0);
        assertEquals(
                draw.uniform(0.25, 0.75),
                axis("{ uniform = [0.25, 0.75] }").values().get(0));
        assertEquals(
                draw.logUniform(0.25, 0.75),
                axis("{ log-uniform = [0.25, 0.75] }").values().get(0));
    }

    private static Axis<Double> axis(String law) {
        return TextSource.load(DIGITS + "sweep.random { trials = 1, axes { \"" + RATE + "\" = " + law + " } }")
                .sweep()
                .axis(TrainingKeys.LEARNING_RATE)
                .orElseThrow();
    }

    @Test
    void noTwoKeysShareTheirDraws() {
        assertEquals(
                Keys.ALL.size(),
                Keys.ALL.stream().map(key -> Draw.stream(key.path())).distinct().count());
    }

    @Test
    void realNumbersKeepWithinTheirBoundsAndFillThem() {
        for (String law : List.of("uniform", "log-uniform")) {
            List<Double> values = drawn(TrainingKeys.LEARNING_RATE, "{ " + law + " = [0.001, 10] }", 20_000);
            assertTrue(values.stream().allMatch(value -> value >= 0.001 && value <= 10));
            double middle = law.equals("uniform") ? 5.0005 : 0.1;
            long below = values.stream().filter(value -> value < middle).count();
            assertEquals(10_000.0, (double) below, 300.0, law);
        }
        for (String law : List.of("uniform", "log-uniform")) {
            String point = "{ " + law + " = [0.1, 0.1] }";
            assertEquals(List.of(0.1, 0.1, 0.1), drawn(TrainingKeys.LEARNING_RATE, point, 3));
            String widest = "{ " + law + " = [1.5e-45, 3.4e38] }";
            assertTrue(drawn(TrainingKeys.LEARNING_RATE, widest, 1_000).stream().allMatch(value -> value <= 3.4e38));
        }
    }

    @Test
    void wholeNumbersAndChoicesAreAllDrawnEquallyOften() {
        assertEquals(List.of(1L, 2L, 3L, 4L), counted(drawn(ExperimentKeys.SEED, "{ int = [1, 4] }", 8_000)));
        assertEquals(
                List.of(0.5, 1.0, 8.0), counted(drawn(TrainingKeys.LEARNING_RATE, "{ choice = [8, 0.5, 1] }", 6_000)));
        assertEquals(List.of(-3L, -3L), drawn(ExperimentKeys.SEED, "{ int = [-3, -3] }", 2));
        List<Long> wide = drawn(ExperimentKeys.SEED, "{ int = [-1, 9223372036854775805] }", 100);
        assertTrue(wide.stream().allMatch(value -> value >= -1));
    }

    /** The values in order, each of which came about 2,000 times. */
    private static <T> List<T> counted(List<T> values) {
        SortedMap<T, Integer> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        counts.forEach((value, count) -> assertEquals(2_000.0, (double) count, 150.0, value.toString()));
        return new ArrayList<>(counts.keySet());
    }

    @Test
    void aKeyOfAnyTypeCanBeDrawn() {
        assertTrue(drawn(TrainingKeys.BATCH_SIZE, "{ int = [8, 9] }", 20).contains(BatchSize.of(9)));
        assertTrue(drawn(TrainingKeys.BATCH_SIZE, "{ choice = [8, all] }", 20).contains(BatchSize.ALL));
        assertEquals(List.of(List.of(3, 4)), drawn(ModelKeys.HIDDEN, "{ choice = [[3, 4]] }", 1, "model.type=mlp"));
    }

    @Test
    void whatCannotBeDrawnIsToldWhatCan() {
        String at = "test.conf:2: sweep.random.axes.\"" + RATE + "\": ";
        String laws = "expected { uniform = [a, b] }, { log-uniform = [a, b] }, { int = [a, b] } or { choice = [...] },"
                + " found ";
        assertEquals(List.of(at + laws + "the list [0,1]"), problems(RATE, "[0, 1]"));
        assertEquals(List.of(at + laws + "a section {}"), problems(RATE, "{}"));
        assertEquals(
                List.of(at + "expected one of uniform, log-uniform, int, choice, found the text unifrom; did you mean"
                        + " uniform?"),
                problems(RATE, "{ unifrom = [0, 1] }"));
        assertEquals(
                List.of(at + "expected the lowest and the highest value, as in [1, 10], found the list [1]"),
                problems(RATE, "{ uniform = [1] }"));
        assertEquals(
                List.of(at + "expected the lowest and then the highest value, found the list [2,1]"),
                problems(RATE, "{ uniform = [2, 1] }"));
        assertEquals(List.of(at + "expected a number above 0, found 0"), problems(RATE, "{ log-uniform = [0, 1] }"));
        assertEquals(
                List.of(
                        "test.conf:2: sweep.random.axes.\"data.noise\": expected two numbers above 0, found the list [0,1]"),
                problems("data.noise", "{ log-uniform = [0, 1] }"));
        assertEquals(
                List.of(
                        "test.conf:2: sweep.random.axes.\"training.epochs\": expected a whole number of at least 1 (which {"
                                + " int = [a, b] } draws), found 1"),
                problems("training.epochs", "{ uniform = [1, 10] }"));
        assertEquals(
                List.of(at + "expected two whole numbers, found the list [1,1.5]"),
                problems(RATE, "{ int = [1, 1.5] }"));
        assertEquals(
                List.of(
                        "test.conf:2: sweep.random.axes.\"seed\": expected two numbers less than 2^63 apart, found the list"
                                + " [-2,9223372036854775807]"),
                problems("seed", "{ int = [-2, 9223372036854775807] }"));
        assertEquals(
                List.of(at + "expected a list of values to choose from, found the list []"),
                problems(RATE, "{ choice = [] }"));
    }
}
