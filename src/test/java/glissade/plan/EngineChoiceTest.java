package glissade.plan;

import static glissade.plan.Samples.plan;
import static glissade.plan.Samples.problems;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Engines by speed, and what is said or refused where one has to be slow or cannot work at all. */
class EngineChoiceTest {
    private static final String DIGITS = "data { source = digits, rows = 1000, validation = 0.1 }\n";
    private static final String SIXTEEN = DIGITS + "sweep.grid { training.epochs = [5], model.init = [zeros, he] }\n"
            + "sweep.grid { training.learning-rate = [1, 2, 3, 4, 5, 6, 7, 8] }\n";
    private static final String[] WIDE = {"model.type=mlp", "model.hidden=[100000]"};
    private static final long LARGE = 64 * Samples.GIGABYTE;

    @Test
    void fewCohortsOnManyCoresTrainSynchronouslyIfThatIsFaster() {
        Trials trials = trials(
                "data { source = mnist, path = x, validation = 0.1 }\nmodel { type = mlp, hidden = [4096] }",
                "training.batch-size=all",
                "training.shards=64");
        long memory = 64 * Samples.GIGABYTE;
        Plan plan = Planner.plan(trials, Samples::summary, new Resources(64, memory));
        assertEquals(EngineKind.SYNCHRONOUS, plan.engine().kind());
        assertTrue(plan.speed().synchronousSeconds() * 2 < plan.speed().inTaskSeconds());
        assertEquals(List.of(), plan.notes());
        assertEquals(
                EngineKind.IN_TASK,
                Planner.plan(trials, Samples::summary, new Resources(1, memory))
                        .engine()
                        .kind());
    }

    @Test
    void whatMakesSynchronousSlowIsSaid() {
        assertEquals(
                List.of(
                        "with one shard every synchronous step runs on one core of 2; training.shards = 2 would spread it,"
                                + " with other bits in its results",
                        "training.engine = in-task would be faster, by about 80 times, with the same bits: the data fits"
                                + " an executor"),
                plan(SIXTEEN, "training.engine=synchronous", "training.batch-size=10")
                        .notes());
        assertEquals(
                List.of(),
                plan(SIXTEEN, "training.engine=in-task", "training.batch-size=10")
                        .notes());
        assertEquals(
                List.of("training.engine = in-task would be faster, by about 300 times, with the same bits: it wants"
                        + " executors of 8.6 MB, which have 6.0 MB"),
                Planner.plan(trials(SIXTEEN, "training.batch-size=10"), Samples::summary, new Resources(1, 6 << 20))
                        .notes());
    }

    @Test
    void whatNeitherMemoryNorMessagesCanHoldIsRefused() {
        assertRefused(
                new Resources(2, Samples.GIGABYTE),
                "take 1.2 GB with their gradient and optimizer, and the executor has 614 MB beside data; expected a"
                        + " smaller model, or more memory");
        assertRefused(
                new Resources(2, LARGE, LARGE, LARGE, new MessageLimits(100 << 20, 64 << 20, LARGE)),
                "send 607 MB to the driver in one job, and Spark stops at 100 MB; expected a smaller model, or a larger"
                        + " spark.driver.maxResultSize");
        Resources smallDriver = new Resources(2, LARGE, Samples.GIGABYTE, LARGE, MessageLimits.ONE_PROCESS);
        assertEquals(List.of(), problems(() -> Planner.plan(trials(DIGITS, WIDE), Samples::summary, smallDriver)));
        assertRefused(
                smallDriver,
                "take 1.2 GB with their gradient and optimizer, and the driver has 614 MB beside data; expected a"
                        + " smaller model, or more memory",
                "training.engine=synchronous");
    }

    private static void assertRefused(Resources resources, String problem, String... more) {
        Trials wide =
                trials(DIGITS, Stream.concat(Stream.of(WIDE), Stream.of(more)).toArray(String[]::new));
        assertEquals(
                List.of("--set model.hidden=[100000]: 79,500,010 parameters x 1 trial " + problem),
                problems(() -> Planner.plan(wide, Samples::summary, resources)));
    }

    @Test
    void sumsOfManyPartitionsAreJoinedBeforeTheyReachTheDriver() {
        MessageLimits limits = new MessageLimits(4L << 30, 2L << 30, LARGE);
        Trials wide = trials(
                DIGITS,
                "model.type=mlp",
                "model.hidden=[100000]",
                "training.engine=synchronous",
                "training.shards=512");
        assertEquals(
                List.of(),
                problems(() -> Planner.plan(wide, Samples::summary, new Resources(512, LARGE, LARGE, LARGE, limits))));
    }

    @Test
    void whatTakesADetourIsSaid() {
        Trials wide = trials(DIGITS, WIDE);
        Resources resources = new Resources(1, LARGE);
        assertEquals(
                List.of(
                        "a cohort's end sends up to 607 MB from a task to the driver; what is above 64 MB takes Spark's slower way"
                                + " through the block manager (the lower of spark.task.maxDirectResultSize and"
                                + " spark.rpc.message.maxSize)"),
                Planner.plan(wide, Samples::summary, resources).notes());
    }

    @Test
    void whatMayNotTravelIsSaid() {
        Resources cluster = new Resources(2, LARGE, LARGE, LARGE, new MessageLimits(LARGE, LARGE, 128 << 20));
        assertEquals(
                List.of(
                        "a cohort's state is up to 912 MB; if executors cannot write to --out, it travels with every leg,"
                                + " and a task of Spark carries 128 MB: let --out be a place that they reach, or"
                                + " spark.rpc.message.maxSize be larger"),
                Planner.plan(trials(DIGITS, WIDE), Samples::summary, cluster).notes());
    }

    @Test
    void cohortsAreNoWiderThanATaskMayCarry() {
        String grid = DIGITS + "sweep.grid { training.learning-rate = [1, 2, 3, 4, 5, 6, 7, 8] }\n";
        Trials trials = trials(grid, "model.type=mlp", "model.hidden=[2000]");
        MessageLimits limits = new MessageLimits(1L << 30, 64 << 20, 128 << 20);
        Resources cluster = new Resources(1, LARGE, LARGE, LARGE, limits);
        assertEquals(
                8, Planner.plan(trials, Samples::summary, cluster).cohorts().size());
        Trials narrow = trials(grid, "model.type=mlp", "model.hidden=[20]");
        assertEquals(
                1, Planner.plan(narrow, Samples::summary, cluster).cohorts().size());
    }

    @Test
    void whatStepsReadFromDiskIsSaid() {
        Trials large = trials(
                "data { source = blobs, features = 1000, rows = 10000000 }\nmodel.type = softmax",
                "training.batch-size=all");
        Resources cluster =
                new Resources(16, 2 * Samples.GIGABYTE, LARGE, 16 * Samples.GIGABYTE, MessageLimits.ONE_PROCESS);
        assertEquals(
                "21 GB of 37 GB of data do not fit the memory in which executors keep shards (16 GB), and every step reads"
                        + " them from disk, for about 1 s; more executors, more memory or larger batches would help",
                Planner.plan(large, Samples::summary, cluster).notes().get(1));
        Resources enough = new Resources(16, 2 * Samples.GIGABYTE, LARGE, LARGE, MessageLimits.ONE_PROCESS);
        assertEquals(1, Planner.plan(large, Samples::summary, enough).notes().size());
    }
}
