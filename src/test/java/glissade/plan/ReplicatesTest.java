package glissade.plan;

import static glissade.plan.Samples.plan;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicatesTest {
    private static final String RATES = """
            data.source = digits, data.validation = 0.1
            model { type = mlp, hidden = [4] }
            sweep.grid.training.learning-rate = [0.1, 0.2]
            """;

    private static List<String> ids(Trials trials) {
        return trials.all().stream().map(Trial::id).toList();
    }

    @Test
    void theFirstReplicateIsTheTrialItWasWithout() {
        List<Trial> three = trials(RATES, "sweep.replicates=3").all();
        assertEquals(6, three.size());
        assertEquals(trials(RATES).all(), List.of(three.get(0), three.get(3)));
        assertEquals(ids(trials(RATES)), ids(trials(RATES, "sweep.replicates=1")));
        assertEquals(
                List.of(0, 1, 2, 0, 1, 2), three.stream().map(Trial::replicate).toList());
        three.subList(0, 3).forEach(trial -> assertEquals(three.get(0).id(), trial.configuration()));
    }

    @Test
    void moreReplicatesKeepTheFewer() {
        List<Trial> three = trials(RATES, "sweep.replicates=3").all();
        List<Trial> five = trials(RATES, "sweep.replicates=5").all();
        assertEquals(three.subList(0, 3), five.subList(0, 3));
        assertEquals(10, five.stream().map(Trial::id).distinct().count());
        assertEquals(5, five.stream().map(Trial::seed).distinct().count());
    }

    /** Computed apart, by a script that knows the format only. */
    @Test
    void idsOfReplicatesAreFixedForGood() {
        assertEquals(
                List.of("d81926aa5b0d", "af79e19e03a0"), ids(trials("data.source = circles, sweep.replicates = 2")));
        assertEquals(
                List.of("d81926aa5b0d", "8b58a3bf72e2"),
                ids(trials("data.source = circles, sweep { replicates = 2, replicate-order = own }")));
    }

    @Test
    void replicatesShareTheirBatchesUnlessEachHasItsOwn() {
        Plan shared = plan(RATES, "sweep.replicates=3");
        assertEquals(1, shared.cohorts().size());
        assertEquals(42, shared.cohorts().get(0).spec().orderSeed());
        Plan own = plan(RATES, "sweep.replicates=3", "sweep.replicate-order=own");
        assertEquals(
                3,
                own.cohorts().stream()
                        .map(cohort -> cohort.spec().orderSeed())
                        .distinct()
                        .count());
        assertNotEquals(ids(shared.trials()).get(1), ids(own.trials()).get(1), "other batches make another trial");
        assertEquals(ids(shared.trials()).get(0), ids(own.trials()).get(0));
    }

    /** So that few configurations are half finished at a time. */
    @Test
    void cohortsOfTheSameConfigurationsFollowEachOther() {
        StringBuilder rates = new StringBuilder("0.001");
        for (int i = 2; i <= 64; i++) {
            rates.append(", ").append(i / 1000.0);
        }
        Plan plan = plan("data.source = digits\nmodel.init = he\nsweep { replicates = 2, replicate-order = own }\n"
                + "sweep.grid.training.learning-rate = [" + rates + "]");
        assertEquals(
                List.of(0, 1, 0, 1),
                plan.cohorts().subList(0, 4).stream()
                        .map(cohort -> cohort.trials().get(0).replicate())
                        .toList());
    }

    @Test
    void replicatesThatAreAllAlikeAreToldOf() {
        String note =
                "model.init gives every replicate the same starting values, and they share the batch order: all are"
                        + " alike; sweep.replicate-order = own tells them apart";
        String zeros = "data.source = digits, data.validation = 0.1, sweep.replicates = 2";
        assertEquals(List.of(note), plan(zeros).notes());
        assertEquals(List.of(), plan(zeros, "sweep.replicate-order=own").notes());
        assertEquals(List.of(), plan(zeros, "model.init=he").notes());
    }
}
