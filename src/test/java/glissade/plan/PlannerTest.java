package glissade.plan;

import static glissade.plan.Samples.plan;
import static glissade.plan.Samples.problems;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.DataSummary;
import glissade.data.ResidentData;
import glissade.engine.CohortSpec;
import glissade.engine.LaneSpec;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final String DIGITS = "data { source = digits, rows = 1000, validation = 0.1 }\n";
    private static final String SIXTEEN = DIGITS + "sweep.grid { training.epochs = [5], model.init = [zeros, he] }\n"
            + "sweep.grid { training.learning-rate = [1, 2, 3, 4, 5, 6, 7, 8] }\n";

    /** On one core, so that no group is split for another core's sake. */
    private static int cohorts(String... assignments) {
        Resources oneCore = new Resources(1, 8 * Samples.GIGABYTE);
        return Planner.plan(trials(SIXTEEN, assignments), Samples::summary, oneCore)
                .cohorts()
                .size();
    }

    @Test
    void lanesDifferInWhatAStepDoesNotShare() {
        assertEquals(1, cohorts());
        assertEquals(1, cohorts("sweep.grid.model.bias-init=[zeros, \"normal(1)\"]"));
        assertEquals(1, cohorts("training.optimizer.type=momentum", "sweep.grid.training.optimizer.mu=[0.5, 0.9]"));
        assertEquals(1, cohorts("sweep.grid.training.schedule.type=[constant, cosine]"));
        assertEquals(1, cohorts("sweep.grid.training.stop.tolerance=[0, 0.1]"));
        assertEquals(1, cohorts("sweep.grid.model.l2=[1, 2]"));
    }

    @Test
    void lanesAgreeInWhatAStepShares() {
        assertEquals(2, cohorts("sweep.grid.training.epochs=[1, 2]"));
        assertEquals(2, cohorts("sweep.grid.training.batch-size=[10, 20]"));
        assertEquals(2, cohorts("sweep.grid.seed=[1, 2]"));
        assertEquals(2, cohorts("sweep.grid.data.seed=[1, 2]"));
        assertEquals(2, cohorts("model.type=mlp", "sweep.grid.model.hidden=[[3], [4]]"));
        assertEquals(2, cohorts("sweep.grid.model.class-weight=[none, balanced]"));
        assertEquals(2, cohorts("sweep.grid.training.optimizer.type=[sgd, momentum]"));
        assertEquals(2, cohorts("sweep.grid.model.l2=[0, 1]"));
        assertEquals(2, cohorts("sweep.grid.training.clip.type=[none, norm]"));
        assertEquals(2, cohorts("sweep.grid.evaluate.train=[batches, full]"));
    }

    @Test
    void batchesOfTheSameRowsAreShared() {
        Plan plan = plan(SIXTEEN, "sweep.grid.training.batch-size=[900, all, auto, 5000]");
        assertEquals(2, plan.cohorts().size());
        plan.cohorts().forEach(cohort -> assertEquals(900, cohort.batchRows()));
        assertEquals(List.of("batch-size 5,000 is above the 900 training rows: trains as all"), plan.notes());
    }

    @Test
    void aCohortIsReadyForAnEngine() {
        Plan plan = plan(SIXTEEN, "training.batch-size=400", "seed=3");
        PlannedCohort cohort = plan.cohorts().get(0);
        CohortSpec spec = cohort.spec();
        assertEquals(0, spec.number());
        assertEquals(3, spec.orderSeed());
        assertEquals(plan.selection(), spec.selection());
        assertEquals(
                plan.trials().all().stream()
                        .map(trial -> new LaneSpec(trial.id(), trial.training(), trial.seed()))
                        .toList(),
                spec.lanes());
        assertEquals(3, cohort.stepsAnEpoch());
        assertEquals(5, cohort.epochs());
        assertEquals(List.of(784, 10), cohort.architecture().units());
    }

    @Test
    void cohortsAreNumberedInOrderAndHoldEveryTrialOnce() {
        Plan plan = plan(SIXTEEN, "sweep.grid.seed=[1, 2, 3, 4, 5]", "sweep.grid.training.batch-size=[8, 16]");
        assertEquals(
                IntStream.range(0, plan.cohorts().size()).boxed().toList(),
                plan.cohorts().stream().map(cohort -> cohort.spec().number()).toList());
        assertEquals(
                plan.trials().all().stream().map(Trial::id).sorted().toList(),
                plan.cohorts().stream()
                        .flatMap(cohort -> cohort.trials().stream())
                        .map(Trial::id)
                        .sorted()
                        .toList());
    }

    @Test
    void theEngineFollowsMemoryUnlessChosen() {
        Trials trials = trials(DIGITS);
        long bytes = Samples.summary(trials.data().get(0)).bytes();
        long enough = bytes;
        while (ResidentData.room(enough) < bytes) {
            enough++;
        }
        assertEquals(EngineKind.IN_TASK, engine(trials, enough));
        assertEquals(EngineKind.SYNCHRONOUS, engine(trials, enough - 1));
        assertEquals(EngineKind.IN_TASK, engine(trials(DIGITS, "training.engine=in-task"), enough));
        assertEquals(EngineKind.SYNCHRONOUS, engine(trials(DIGITS, "training.engine=synchronous"), 1L << 40));
    }

    @Test
    void dataThatFitsNoExecutorIsRefused() {
        Resources small = new Resources(2, 1 << 20);
        assertEquals(
                List.of(
                        "--set training.engine=in-task: 3.5 MB of data do not fit an executor, which takes 410 KB of its"
                                + " 1.0 MB; expected auto or synchronous, or more memory"),
                problems(() -> Planner.plan(trials(DIGITS, "training.engine=in-task"), Samples::summary, small)));
        assertEquals(
                List.of(
                        "training.shards: one of 1 shard takes 3.5 MB, and an executor has 1.0 MB; expected at least 16,"
                                + " or more memory"),
                problems(() -> Planner.plan(trials(DIGITS), Samples::summary, small)));
        assertEquals(
                List.of(), problems(() -> Planner.plan(trials(DIGITS, "training.shards=16"), Samples::summary, small)));
    }

    @Test
    void whatTheDataSaysOfItselfIsTold() {
        Plan plan = Planner.plan(
                trials(DIGITS), spec -> Samples.summary(spec, List.of("3 features are constant")), Samples.TWO_CORES);
        assertEquals(List.of("3 features are constant"), plan.notes());
    }

    private static EngineKind engine(Trials trials, long memoryBytes) {
        Plan plan = Planner.plan(trials, Samples::summary, new Resources(2, memoryBytes));
        assertTrue(plan.engine().reason().length() > 10);
        return plan.engine().kind();
    }

    @Test
    void synchronousStepsFuseAllTheyCan() {
        String grid =
                DIGITS + "sweep.grid { training.learning-rate = [1, 2, 3, 4, 5, 6, 7, 8], model.init = [zeros, he,"
                        + " lecun, xavier] }\n";
        assertEquals(2, plan(grid).cohorts().size());
        assertEquals(1, plan(grid, "training.engine=synchronous").cohorts().size());
    }

    @Test
    void dataOfEachTrialIsPlannedFor() {
        Plan plan = plan(SIXTEEN, "sweep.grid.data.rows=[100, 200]", "training.shards=16");
        assertEquals(
                List.of(90L, 180L),
                plan.data().stream().map(data -> data.summary().trainingRows()).toList());
        assertEquals(16, plan.data().get(0).shards().count());
        assertEquals(
                plan.data(),
                plan.cohorts().stream().map(PlannedCohort::data).distinct().toList());
    }

    @Test
    void shardsCannotOutnumberRows() {
        assertEquals(
                List.of("--set training.shards=1024: expected at most as many shards as training rows (900),"
                        + " found 1,024"),
                problems(() -> plan(DIGITS, "training.shards=1024")));
    }

    @Test
    void dataThatLacksTheSelectedRowsIsRefused() {
        Trials trials = trials("data { source = digits, rows = 5, validation = 0.1 }");
        assertEquals(
                List.of("test.conf:1: data.validation: best is measured on held-out rows, of which digits has none"),
                problems(() -> Planner.plan(trials, Samples::summary, Samples.TWO_CORES)));
    }

    @Test
    void aModelThatDoesNotFitItsDataIsRefused() {
        assertEquals(
                List.of("--set model.type=logistic: a binary head needs two classes, the target has 10 (digits)"),
                problems(() -> plan(SIXTEEN, "model.type=logistic")));
        assertEquals(
                List.of("--set model.hidden=[5000000]: [5000000] has more parameters than an array can hold (2^31)"),
                problems(() -> plan(DIGITS, "model.type=mlp", "model.hidden=[5000000]")));
        assertEquals(
                List.of("--set output.best-by=validation.accuracy: validation.accuracy means nothing where values are"
                        + " predicted; expected a loss"),
                problems(() -> plan(DIGITS, "model.type=linear", "output.best-by=validation.accuracy")));
    }

    @Test
    void unitsThatStartAlikeAreRemarkedOn() {
        assertEquals(
                List.of("model.init = zeros makes all units of a hidden layer learn the same"),
                plan(DIGITS, "model.type=mlp", "model.init=zeros").notes());
    }

    @Test
    void memoryGrowsWithDataAndLanes() {
        MemoryEstimate small = plan(SIXTEEN).memory();
        MemoryEstimate more =
                plan(SIXTEEN, "data.rows=2000", "training.optimizer.type=adam").memory();
        DataSummary summary = Samples.summary(trials(SIXTEEN).data().get(0));
        assertEquals(summary.bytes(), small.dataBytes());
        assertEquals(785L * 160 * Float.BYTES * 4, small.largestCohortBytes());
        assertEquals(785L * 160 * Float.BYTES * 6, more.largestCohortBytes());
        assertTrue(more.dataBytes() > small.dataBytes());
    }
}
