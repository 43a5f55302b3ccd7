package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors that are killed or held up, tasks that fail or run twice: the digest is that of an undisturbed run. */
class DisturbancesTest {
    private static final long LOOK_MILLIS = 50;
    private static final Pattern COHORT_ENDED = Pattern.compile(" cohort \\d+ ends after ");
    private static final Pattern SECOND_ATTEMPT = Pattern.compile("Running task \\d+\\.1 in stage");

    private static final int FEW_ROWS = 100_000;
    private static final int ROWS = Integer.getInteger("glissade.rows", FEW_ROWS);

    /** Two cohorts, each on an executor of its own, long enough for several legs. */
    private static final String[] LONG_IN_TASK = {
        "sweep.grid.\"data.source\"=[digits]",
        "sweep.grid.\"training.batch-size\"=[20]",
        "sweep.grid.\"training.learning-rate\"=[0.1, 0.5]",
        "data.rows=2000",
        "training.epochs=800"
    };

    /** Some hundred steps, each a job. */
    private static final String[] LONG_SYNCHRONOUS = {
        "sweep.grid.\"data.source\"=[digits]",
        "sweep.grid.\"training.batch-size\"=[100]",
        "sweep.grid.\"training.learning-rate\"=[0.1]",
        "training.epochs=25"
    };

    @TempDir
    private static Path folder;

    private static final Map<OnePlan, String> REFERENCES = new HashMap<>();

    private static StandaloneCluster cluster;
    private static OnePlan plan;
    private static Path faults;

    @BeforeAll
    static void start() throws Exception {
        plan = OnePlan.in(folder);
        faults = ProductJar.writeNeighbours(folder.resolve("faults.jar"), FailingTasks.class);
        cluster = new StandaloneCluster(folder, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    /** A run that goes on while something is done to it. */
    private record Started(ServerProcess process, RunFolder run, String reference) {
        static Started of(String name, OnePlan plan, String engine, String... more) throws Exception {
            String reference = reference(name, plan);
            Path out = folder.resolve(name);
            awaitIdleWorkers();
            ServerProcess process = cluster.submit(name, plan.run(engine, out, more));
            return new Started(process, OnePlan.folder(engine, out), reference);
        }

        /** On a slow machine the executors of the test before are there for a while. */
        private static void awaitIdleWorkers() throws InterruptedException {
            long end = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
            while (!cluster.executors().isEmpty()) {
                assertTrue(System.nanoTime() < end, "executors without a driver");
                Thread.sleep(LOOK_MILLIS);
            }
        }

        /** Of undisturbed training; that of most plans serves several tests. */
        private static String reference(String name, OnePlan plan) throws Exception {
            String known = REFERENCES.get(plan);
            if (known == null) {
                known = plan.reference(folder.resolve(name + "-reference"));
                REFERENCES.put(plan, known);
            }
            return known;
        }

        void awaitInLog(String words) throws Exception {
            Path log = Path.of(run.location(), RunFolder.LOG);
            await(() -> Files.exists(log) && Files.readString(log).contains(words), words);
        }

        void await(Condition condition, String what) throws Exception {
            long end = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
            while (!condition.holds()) {
                assertTrue(process.isAlive(), "ended before " + what + "\n" + process.out() + process.err());
                assertTrue(System.nanoTime() < end, "waited in vain for " + what);
                Thread.sleep(LOOK_MILLIS);
            }
        }

        void assertSameDigest() throws Exception {
            assertEquals(ExitCode.DONE, process.await(), process.out() + process.err());
            Status status = run.status().orElseThrow();
            assertEquals(Status.State.SUCCEEDED, status.state());
            assertEquals(reference, status.digest());
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    /** What the executors of the run have said. */
    private static String logs() throws IOException {
        return cluster.executorLogs(0) + cluster.executorLogs(1);
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                .start()
                .waitFor();
        assertEquals(0, code);
    }

    /** In the middle: it has done some of the work, and no cohort has done all of its own. */
    private static void killAnExecutor(Started started) throws Exception {
        ProcessHandle executor = cluster.executors().get(0);
        assertTrue(executor.destroyForcibly());
        String log = Files.readString(Path.of(started.run().location(), RunFolder.LOG));
        executor.onExit().join();
        assertFalse(COHORT_ENDED.matcher(log).find(), log);
    }

    @Test
    void legsWhoseExecutorIsKilledAreTrainedAgain() throws Exception {
        Started started = Started.of("killed-in-task", plan.with(LONG_IN_TASK), "in-task", cluster.onAllWorkers());
        started.awaitInLog(" leg of ");
        killAnExecutor(started);
        started.assertSameDigest();
    }

    @Test
    void shardsWhoseExecutorIsKilledAreLoadedAgain() throws Exception {
        Started started =
                Started.of("killed-synchronous", plan.with(LONG_SYNCHRONOUS), "synchronous", cluster.onAllWorkers());
        started.awaitInLog(" epoch 2/");
        killAnExecutor(started);
        started.assertSameDigest();
    }

    /** With one cohort the other executor is free for a copy of every leg that takes longer than a moment. */
    @Test
    void legsOfWhichACopyRunsCountOnce() throws Exception {
        OnePlan alone =
                plan.with(LONG_IN_TASK).with("sweep.grid.\"training.learning-rate\"=[0.1]", "training.epochs=300");
        Started started = Started.of(
                "copied-in-task",
                alone,
                "in-task",
                cluster.onAllWorkers(
                        "--conf=spark.speculation=true",
                        "--conf=spark.speculation.interval=50ms",
                        "--conf=spark.speculation.task.duration.threshold=200ms"));
        started.assertSameDigest();
        assertTrue(SECOND_ATTEMPT.matcher(logs()).find(), "no copy has run");
    }

    @Test
    void stepsOfWhichACopyRunsCountOnce() throws Exception {
        Started started = Started.of(
                "copied-synchronous",
                plan.with(LONG_SYNCHRONOUS),
                "synchronous",
                cluster.onAllWorkers(
                        "--conf=spark.speculation=true",
                        "--conf=spark.speculation.interval=50ms",
                        "--conf=spark.speculation.quantile=0.5",
                        "--conf=spark.locality.wait=0"));
        started.awaitInLog(" epoch 2/");
        ProcessHandle slow = cluster.executors().get(0);
        signal("STOP", slow);
        try {
            started.await(() -> SECOND_ATTEMPT.matcher(logs()).find(), "a copy runs");
        } finally {
            signal("CONT", slow);
        }
        started.assertSameDigest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-task", "synchronous"})
    void tasksThatFailAreDoneAgain(String engine) throws Exception {
        Started started = Started.of(
                "failing-" + engine,
                plan,
                engine,
                "--jars=" + faults,
                "--conf=spark.plugins=" + FailingTasks.class.getName());
        started.assertSameDigest();
        assertTrue(logs().contains(FailingTasks.WORDS), "no task has failed");
    }

    /**
     * One executor to begin with, another as a second cohort waits, and one again once that is done: the first is held meanwhile,
     * so that it has something left to do, on whatever machine.
     */
    @Test
    void executorsThatComeAndGoMakeNoDifference() throws Exception {
        Started started = Started.of(
                "dynamic",
                plan.with(LONG_IN_TASK)
                        .with(
                                "sweep.grid.\"training.batch-size\"=[20, 500]",
                                "sweep.grid.\"training.learning-rate\"=[0.1]"),
                "in-task",
                "--conf=spark.dynamicAllocation.enabled=true",
                "--conf=spark.dynamicAllocation.shuffleTracking.enabled=true",
                "--conf=spark.dynamicAllocation.initialExecutors=1",
                "--conf=spark.dynamicAllocation.minExecutors=1",
                "--conf=spark.dynamicAllocation.maxExecutors=2",
                "--conf=spark.dynamicAllocation.executorIdleTimeout=1s",
                "--conf=spark.network.timeout=" + ServerProcess.PATIENCE.toSeconds() + "s");
        started.await(() -> !cluster.executors().isEmpty(), "an executor comes");
        ProcessHandle first = cluster.executors().get(0);
        started.await(() -> cluster.executors().size() == 2, "a second executor comes");
        signal("STOP", first);
        try {
            started.await(() -> cluster.executors().size() == 1, "one of them goes");
        } finally {
            signal("CONT", first);
        }
        started.assertSameDigest();
    }

    /** Of which there are more than 2^27 with {@code -Dglissade.rows=1700000}. */
    private static OnePlan manyValues(int shards) {
        return plan.with(
                "sweep.grid.\"data.source\"=[blobs]",
                "sweep.grid.\"training.batch-size\"=[all]",
                "sweep.grid.\"training.learning-rate\"=[0.1]",
                "data.features=100",
                "data.rows=" + ROWS,
                "training.shards=" + shards);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 64})
    void dataLargerThanStorageMemoryTrainsFromDisk(int shards) throws Exception {
        Started started =
                Started.of("large-" + shards, manyValues(shards), "synchronous", "--conf=spark.memory.fraction=0.05");
        started.assertSameDigest();
        assertTrue(logs().contains(" to disk instead"), "all has fitted into memory");
        if (ROWS > FEW_ROWS) {
            // Few rows are trained in one task by every other test of that engine.
            Started.of("resident-" + shards, manyValues(shards), "in-task", "--conf=spark.executor.memory=3g")
                    .assertSameDigest();
        }
    }
}
