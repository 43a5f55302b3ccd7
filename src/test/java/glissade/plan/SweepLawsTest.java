package glissade.plan;

import static glissade.plan.Samples.plan;
import static glissade.plan.Samples.problems;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepLawsTest {
    private static final String DIGITS = "data.source = digits, data.validation = 0.1\n";
    private static final String SEARCH = DIGITS + """
            sweep.random { trials = 10, axes {
              training.learning-rate { log-uniform = [1e-4, 1] }
              training.epochs { int = [1, 100] }
            } }
            """;

    private static List<Map<String, Object>> swept(Trials trials) {
        return trials.all().stream().<Map<String, Object>>map(Trial::swept).toList();
    }

    private static List<String> ids(Trials trials) {
        return trials.all().stream().map(Trial::id).toList();
    }

    @Test
    void oneSetOfTrialsHasOneRunIdHoweverItIsWritten() {
        String grid = "sweep.grid { training { epochs = [1, 2], learning-rate = [0.1, 0.2] } }";
        String zip = "sweep.zip { training { learning-rate = [0.2, 0.1, 0.2, 0.1], epochs = [2, 2, 1, 1] } }";
        String points = """
                sweep.points = [
                  { training { epochs = 2, learning-rate = 0.1 } }
                  { training { epochs = 1, learning-rate = 0.2 } }
                  { "training.epochs" = 1 }
                  { training.epochs = 2, training.learning-rate = 0.2 }
                ]
                training.learning-rate = 0.1
                """;
        String mixed = "sweep { grid.training.epochs = [1, 2], zip.training.learning-rate = [0.1, 0.2] }";
        Trials expected = trials(DIGITS + grid);
        for (String way : List.of(zip, points, mixed)) {
            Trials trials = trials(DIGITS + way);
            assertEquals(
                    ids(expected).stream().sorted().toList(),
                    ids(trials).stream().sorted().toList());
            assertEquals(expected.runId("data"), trials.runId("data"), way);
            assertEquals(expected.columns(), trials.columns());
        }
    }

    @Test
    void aPointWithoutAKeyShowsTheValueOfTheBase() {
        Trials trials = trials(DIGITS + "sweep.points = [{ training.batch-size = 8 }, {}]");
        assertEquals(List.of(Map.of("training.batch-size", "8"), Map.of("training.batch-size", "auto")), swept(trials));
    }

    @Test
    void equalTrialsOfAllSectionsCollapse() {
        Trials trials = trials(DIGITS + """
                sweep {
                  grid.data.seed = [1, 2, 1]
                  zip { training { epochs = [3, 3], learning-rate = [1, 1] } }
                  points = [{}, { seed = 42 }]
                  replicates = 2
                }
                model.init = he
                """);
        assertEquals(12, trials.points());
        assertEquals(4, trials.all().size());
        assertEquals(
                List.of("12 combinations give 2 different configurations; each has its replicates once"),
                trials.notes());
        assertTrue(PlanText.summary(
                        plan(
                                DIGITS
                                        + "sweep { zip.training.epochs = [3, 4, 3], points = [{ seed = 1 }, { seed = 1 }], replicates = 2 }"))
                .contains("trials      4 = 3 zip x 2 points x 2 replicates, less 8 duplicates\n"));
    }

    @Test
    void aLongerSearchKeepsTheTrialsOfTheShorterOne() {
        List<String> ten = ids(trials(SEARCH));
        assertEquals(ten, ids(trials(SEARCH, "sweep.random.trials=25")).subList(0, 10));
        assertEquals(10, ten.stream().distinct().count());
    }

    @Test
    void theOrderOfTheTextChangesNothing() {
        String other = """
                sweep.random.axes { "training.epochs" { int = [1, 100] } }
                sweep { random { axes { "training.learning-rate".log-uniform = [1e-4, 1] } } }
                data.validation = 0.1
                sweep.random.trials = 10
                data { source = digits }
                """;
        assertEquals(trials(SEARCH).all(), trials(other).all());
        assertEquals(trials(SEARCH).runId(""), trials(other).runId(""));
    }

    @Test
    void everySectionMultipliesTheOthers() {
        Trials trials = trials(
                SEARCH,
                "sweep.grid.data.seed=[1, 2]",
                "sweep.zip.seed=[3, 4, 5]",
                "sweep.replicates=2",
                "model.init=he");
        assertEquals(2 * 3 * 10 * 2, trials.all().size());
        assertEquals(1L, swept(trials).get(0).get("data.seed"));
        assertEquals(3L, swept(trials).get(0).get("seed"));
        assertEquals(3L, swept(trials).get(19).get("seed"));
        assertEquals(4L, swept(trials).get(20).get("seed"));
    }

    @Test
    void aSweepBeyondAllMeasureCountsItsReplicates() {
        assertEquals(
                List.of("sweep: expected at most 333,333 combinations, found 500,000"),
                problems(() -> trials(SEARCH, "sweep.random.trials=500000", "sweep.replicates=3")));
    }

    @Test
    void anImpossiblePointIsNamed() {
        assertEquals(
                List.of("model.init: point(x, y) is only for the place on a surface where model.init = point(1, 2)"),
                problems(() -> trials(DIGITS + "sweep.points = [{}, { model.init = \"point(1, 2)\" }]")));
    }
}
