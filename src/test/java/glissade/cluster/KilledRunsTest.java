package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed without a word at moments that a seed decides, in training and while files are written; the same
 * command is given again until it is done, and the bytes are those of an undisturbed run. {@code -Dglissade.kills=200} for
 * more of them.
 */
class KilledRunsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLS = Integer.getInteger("glissade.kills", 8);
    private static final int CLUSTER_KILLS = Integer.getInteger("glissade.kills", 3) / 3;
    private static final long SEED = Long.getLong("glissade.seed", 7);

    /** Of a run that is killed at each of its beginnings, so many; then it is left alone. */
    private static final int KILLS_A_RUN = 4;

    private static final List<String> TABLES = List.of(
            "trials.parquet",
            "trials.csv",
            "curves.parquet",
            "curves.csv",
            "steps.parquet",
            "steps.csv",
            "configurations.parquet",
            "configurations.csv",
            "model/parameters.bin");

    private static final String[] COMMON = {
        "curves.every-steps=50",
        "sweep.replicates=2",
        "checkpoint.every-minutes=0",
        "sweep.grid.\"training.learning-rate\"=[0.1, 0.5]",
        "sweep.grid.\"data.source\"=[digits]"
    };
    private static final String[] IN_TASK = {"sweep.grid.\"training.batch-size\"=[10, 20]", "training.epochs=60"};
    private static final String[] SYNCHRONOUS = {"sweep.grid.\"training.batch-size\"=[100, 60]", "training.epochs=12"};

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private int kills;
    private int inWriting;

    /** What an engine is asked for, and what it must come to. */
    private record Study(String engine, OnePlan plan, Path expected) {
        static Study of(String engine, Path folder, String... more) throws Exception {
            OnePlan plan = OnePlan.in(folder).with(COMMON).with(more);
            plan.reference(folder.resolve(engine + "-expected"));
            return new Study(engine, plan, folder.resolve(engine + "-expected/" + OnePlan.NAME + "/memory"));
        }
    }

    private Study inTask() throws Exception {
        return Study.of("in-task", folder, IN_TASK);
    }

    private Study synchronous() throws Exception {
        return Study.of("synchronous", folder, SYNCHRONOUS);
    }

    /** Starts a process by a name, with these arguments. */
    @FunctionalInterface
    private interface Starter {
        ServerProcess start(String name, String... arguments) throws IOException;
    }

    @Test
    void aDriverMayBeKilledAtAnyMoment() throws Exception {
        Path jar = ProductJar.write(folder.resolve("glissade.jar"));
        List<Study> studies = List.of(inTask(), synchronous());
        for (int run = 0; kills < KILLS; run++) {
            Study study = studies.get(run % studies.size());
            disturb(
                    study,
                    folder.resolve("run-" + run),
                    (name, arguments) -> StandaloneCluster.submitLocally(folder, jar, name, arguments),
                    process -> process);
        }
        report("drivers");
    }

    @Test
    void executorsAndDriversOfAClusterMayBeKilledAtAnyMoment() throws Exception {
        Study study = inTask();
        try (StandaloneCluster cluster = new StandaloneCluster(folder, 2)) {
            for (int run = 0; kills < CLUSTER_KILLS; run++) {
                disturb(study, folder.resolve("run-" + run), cluster::submit, process -> {
                    List<ProcessHandle> executors = new ArrayList<>();
                    cluster.workers().forEach(worker -> worker.children().forEach(executors::add));
                    boolean driver = executors.isEmpty() || random.nextInt(3) == 0;
                    return driver ? process : executors.get(random.nextInt(executors.size()));
                });
            }
        }
        report("executors and drivers");
    }

    private void report(String what) {
        System.out.println(
                what + ": " + kills + " kills, " + inWriting + " of them while a file was written, seed " + SEED);
    }

    /** Who is to be killed, given the driver. */
    private interface Victim {
        ProcessHandle of(ProcessHandle driver);
    }

    /** Gives one command until it is done, and kills somebody now and then. */
    private void disturb(Study study, Path out, Starter starter, Victim victim) throws Exception {
        RunFolder run = OnePlan.folder(study.engine(), out);
        Path place = Path.of(run.location());
        int left = KILLS_A_RUN;
        for (int attempt = 0; ; attempt++) {
            String name = out.getFileName() + "-" + attempt;
            try (ServerProcess process = starter.start(name, study.plan().run(study.engine(), out))) {
                if (left > 0 && awaitMoment(process, place)) {
                    left--;
                    kills++;
                    ProcessHandle killed = victim.of(process.handle());
                    killed.destroyForcibly();
                    killed.onExit().join();
                    if (killed.pid() == process.handle().pid()) {
                        continue;
                    }
                }
                assertEquals(ExitCode.DONE, process.await(PATIENCE), process.out() + process.err());
            }
            assertSameAs(study.expected(), run);
            return;
        }
    }

    /** Waits for a moment in training, or in which a file is being written; whether the process came so far. */
    private boolean awaitMoment(ServerProcess process, Path place) throws Exception {
        boolean writing = random.nextInt(3) == 0;
        String phase = random.nextInt(4) == 0 ? "phase writing" : "phase training";
        long millis = random.nextInt(phase.equals("phase writing") ? 40 : 2_500);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && !isIn(phase, place)) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + phase);
            Thread.sleep(5);
        }
        long since = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - since < millis * 1_000_000) {
            if (writing && isWriting(place)) {
                inWriting++;
                return true;
            }
            Thread.sleep(1);
        }
        return process.isAlive();
    }

    /** The log is that of this process: each begins a new one. */
    private static boolean isIn(String phase, Path place) throws IOException {
        try {
            return Files.readString(place.resolve(RunFolder.LOG)).contains(phase);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isWriting(Path place) throws IOException {
        for (Path each : List.of(place, place.resolve("checkpoints"))) {
            try (Stream<Path> files = Files.list(each)) {
                if (files.anyMatch(file -> file.getFileName().toString().startsWith(".tmp-"))) {
                    return true;
                }
            } catch (IOException e) {
                // Not there, or gone while it was looked at.
            }
        }
        return false;
    }

    private static void assertSameAs(Path expected, RunFolder run) throws IOException {
        Path place = Path.of(run.location());
        Status status = run.status().orElseThrow();
        assertEquals(Status.State.SUCCEEDED, status.state());
        assertEquals(
                RunFolder.at(new org.apache.hadoop.conf.Configuration(), expected.toString())
                        .status()
                        .orElseThrow()
                        .digest(),
                status.digest());
        for (String table : TABLES) {
            assertEquals(-1, Files.mismatch(expected.resolve(table), place.resolve(table)), table);
        }
        assertFalse(Files.exists(place.resolve("checkpoints")), "checkpoints are left");
        assertFalse(isWriting(place), "a half file is left");
        try (Stream<Path> files = Files.list(place)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".lock")), "a lock is left");
        }
    }
}
