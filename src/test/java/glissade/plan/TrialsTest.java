package glissade.plan;

import static glissade.plan.Samples.problems;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final String DIGITS = "data.source = digits, data.validation = 0.1\n";

    private static String id(String text, String... assignments) {
        List<Trial> all = trials(text, assignments).all();
        assertEquals(1, all.size());
        return all.get(0).id();
    }

    /** Computed apart, by a script that knows the format only: tag, eight bytes big-endian, UTF-8. */
    @Test
    void idsAreFixedForGood() {
        assertEquals("d81926aa5b0d", id("data.source = circles"));
        assertEquals("7e6a18088c86", id("data.source = digits, seed = 7, training.learning-rate = 0.1"));
        assertEquals(
                "01c6701a048b",
                id("data.source = circles, model { type = mlp, hidden = [8, 4], init = \"normal(0.5)\" }, training {"
                        + " batch-size = all, optimizer { type = momentum, mu = 0.5 } }"));
    }

    @Test
    void idsIgnoreWhatResultsDoNotDependOn() {
        String id = id(DIGITS);
        assertEquals(
                id,
                id(
                        DIGITS,
                        "name=other",
                        "description=other",
                        "training.engine=synchronous",
                        "training.shards=auto",
                        "output.epoch=last",
                        "output.best-by=train.loss"));
        assertEquals(id("data.source = mnist"), id("data.source = mnist", "data.path=/elsewhere"));
        assertNotEquals(id, id(DIGITS, "training.epochs=11"));
    }

    /** It decides in which order gradients are summed; auto follows from the data. */
    @Test
    void aPinnedNumberOfShardsIsPartOfATrial() {
        assertEquals("d81926aa5b0d", id("data.source = circles", "training.shards=auto"));
        String one = id(DIGITS, "training.shards=1");
        assertNotEquals(id(DIGITS), one);
        assertNotEquals(one, id(DIGITS, "training.shards=2"));
        assertEquals(
                List.of(
                        "test.conf:2: sweep.grid.\"training.shards\": cannot be swept, as all trials of a run have it in"
                                + " common"),
                problems(() -> trials(DIGITS + "sweep.grid.training.shards = [1, 2]")));
    }

    @Test
    void theSelectedNumberCountsWhereItEndsATrial() {
        String patient = DIGITS + "training.stop.patience = 3\n";
        assertNotEquals(id(patient), id(patient, "output.best-by=train.loss"));
        assertEquals(id(patient), id(patient, "output.best-by=validation.accuracy"));
    }

    @Test
    void aGridIsExpandedInCanonicalOrder() {
        Trials trials = trials(DIGITS + "sweep.grid { training.epochs = [3, 1], data.seed = [9, 8] }");
        assertEquals(
                List.of(
                        Map.of("data.seed", 9L, "training.epochs", 3L),
                        Map.of("data.seed", 9L, "training.epochs", 1L),
                        Map.of("data.seed", 8L, "training.epochs", 3L),
                        Map.of("data.seed", 8L, "training.epochs", 1L)),
                trials.all().stream().map(Trial::swept).toList());
        assertEquals(4, trials.points());
        assertEquals(3, trials.all().get(0).training().epochs());
        assertEquals(9, trials.all().get(0).data().seed());
        assertEquals(2, trials.data().size());
    }

    @Test
    void aPointOfASweepIsTheTrialItWouldBeAlone() {
        Trials trials = trials(DIGITS + "sweep.grid { training.learning-rate = [0.01, 0.5] }");
        assertEquals(id(DIGITS), trials.all().get(0).id());
        assertEquals(
                id(DIGITS, "training.learning-rate=0.5"), trials.all().get(1).id());
    }

    @Test
    void equalTrialsAreTrainedOnce() {
        Trials trials = trials(DIGITS + "sweep.grid.training.learning-rate = [0.1, 1e-1, 0.2]");
        assertEquals(2, trials.all().size());
        assertEquals(List.of("3 combinations give 2 different trials; each is trained once"), trials.notes());
    }

    @Test
    void anAxisIsLeftOutWhereItMeansNothing() {
        Trials trials = trials(DIGITS + "sweep.grid { model { type = [softmax, mlp], hidden = [[3], [4]] } }");
        assertEquals(
                List.of(
                        Map.of("model.type", "softmax"),
                        Map.of("model.type", "mlp", "model.hidden", "[3]"),
                        Map.of("model.type", "mlp", "model.hidden", "[4]")),
                trials.all().stream().map(Trial::swept).toList());
    }

    @Test
    void aColumnHoldsOneKindOfValue() {
        Trials trials = trials(DIGITS
                + "sweep.grid { training { batch-size = [10, all], epochs = [1, 2], learning-rate = [1, 0.5] } }");
        assertEquals(
                List.of(
                        new SweptColumn("training.batch-size", SweptColumn.Kind.TEXT, 2),
                        new SweptColumn("training.epochs", SweptColumn.Kind.WHOLE, 2),
                        new SweptColumn("training.learning-rate", SweptColumn.Kind.NUMBER, 2)),
                trials.columns());
        assertEquals(
                Map.of("training.batch-size", "10", "training.epochs", 1L, "training.learning-rate", 1.0),
                trials.all().get(0).swept());
    }

    @Test
    void anImpossibleCombinationIsNamed() {
        assertEquals(
                List.of("model.init: point(x, y) is only for the place on a surface where model.init = point(1, 2)"),
                problems(() -> trials(DIGITS + "sweep.grid.model.init = [zeros, \"point(1, 2)\"]")));
        assertEquals(
                List.of("a model of type LINEAR cannot have the head SOFTMAX where model.head = softmax"),
                problems(() -> trials(DIGITS + "model.type = linear\nsweep.grid.model.head = [softmax, mse]")));
    }

    @Test
    void manyImpossibleCombinationsAreCounted() {
        List<String> problems = problems(() -> trials(DIGITS
                + "model.init = \"point(1, 2)\"\nsweep.grid { training.epochs = [1, 2, 3, 4], seed = [1, 2, 3] }"));
        assertEquals(11, problems.size());
        assertEquals("sweep.grid: and 2 more impossible combinations", problems.get(10));
    }

    @Test
    void aSweepBeyondAllMeasureIsRefused() {
        String axis = " = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n";
        StringBuilder grid = new StringBuilder();
        for (String key : List.of("seed", "data.seed", "training.epochs", "training.batch-size", "data.rows")) {
            grid.append("sweep.grid.").append(key).append(axis);
        }
        grid.append("sweep.grid.training.learning-rate")
                .append(axis)
                .append("sweep.grid.data.test-rows")
                .append(axis);
        assertEquals(
                List.of("sweep.grid: expected at most 1,000,000 combinations, found 10,000,000"),
                problems(() -> trials("data.source = digits\n" + grid)));
    }

    @Test
    void aRunIdTellsRunsApart() {
        String grid = DIGITS + "sweep.grid.training.learning-rate = [0.1, 0.2]\n";
        String id = trials(grid).runId("data 1");
        assertEquals("a0cfdf74685e", id);
        assertEquals(
                id,
                trials(grid, "sweep.grid.training.learning-rate=[0.2, 0.1]", "name=x")
                        .runId("data 1"));
        assertEquals(
                id,
                trials(grid, "training.engine=synchronous", "output.epoch=best").runId("data 1"));
        assertNotEquals(id, trials(grid).runId("data 2"));
        assertNotEquals(id, trials(grid, "training.shards=2").runId("data 1"));
        assertNotEquals(id, trials(grid, "output.epoch=last").runId("data 1"));
        assertNotEquals(id, trials(grid, "output.best-by=validation.loss").runId("data 1"));
        assertNotEquals(
                id, trials(grid, "sweep.grid.training.learning-rate=[0.1]").runId("data 1"));
        assertNotEquals(
                trials(DIGITS, "training.learning-rate=0.1").runId(""),
                trials(DIGITS, "sweep.grid.training.learning-rate=[0.1]").runId(""));
    }
}
