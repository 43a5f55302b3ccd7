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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed without a word, at moments that a seed decides or as soon as a certain file appears; the same command
 * is given again until it is done, and the bytes are those of an undisturbed run. {@code -Dglissade.kills=200} for more of them.
 */
class KilledRunsTest {
    private static final int KILLS = Integer.getInteger("glissade.kills", 10);
    private static final int CLUSTER_KILLS = KILLS / 4;
    private static final int LOCAL_KILLS = KILLS - CLUSTER_KILLS;
    private static final long SEED = Long.getLong("glissade.seed", 7);

    /** Of a run that is killed at each of its beginnings, so many; then it is left alone. */
    private static final int KILLS_A_RUN = 4;

    /** How long after the beginning of the training a run may be killed. */
    private static final int LONGEST_MILLIS = 2_000;

    /** Files that name a moment by appearing, all but the first of them half written; null for any moment in training. */
    private static final List<Pattern> MOMENTS = Arrays.asList(
            null,
            Pattern.compile("checkpoints/\\.tmp-.*finished-.*"),
            Pattern.compile("\\.tmp-.*\\.(parquet|csv)|(trials|curves|steps)\\.(parquet|csv)"),
            Pattern.compile("report/.*"),
            null,
            Pattern.compile("checkpoints/\\.tmp-.*"),
            Pattern.compile("\\.tmp-(status\\.json|SHA256SUMS|manifest\\.json)|SHA256SUMS"),
            Pattern.compile("run\\.log|model/.*"));

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
    private final Map<String, Path> pictures = new TreeMap<>();
    private int moments;
    private int kills;
    private int ofExecutors;
    private int inWriting;
    private int runs;

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
        Path jar = ProductJar.writeWithPictures(folder.resolve("glissade.jar"));
        List<Study> studies = List.of(inTask(), synchronous());
        for (int run = 0; kills < LOCAL_KILLS; run++) {
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
                    List<ProcessHandle> executors = cluster.executors();
                    boolean driver = executors.isEmpty() || random.nextInt(3) == 0;
                    return driver ? process : executors.get(random.nextInt(executors.size()));
                });
            }
        }
        report("executors and drivers");
    }

    private void report(String what) {
        System.out.println(what + ": " + runs + " runs, " + kills + " kills, " + ofExecutors + " of executors, "
                + inWriting + " as a file appeared, seed " + SEED);
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
                    ofExecutors++;
                }
                assertEquals(ExitCode.DONE, process.await(), process.out() + process.err());
            }
            assertSameAs(study.expected(), run);
            assertSamePictures(study.engine(), place);
            runs++;
            return;
        }
    }

    /** Waits for a moment in training, or for the one at which a file appears; whether the process came so far. */
    private boolean awaitMoment(ServerProcess process, Path place) throws Exception {
        Pattern file = MOMENTS.get(moments++ % MOMENTS.size());
        if (file != null) {
            // Not always the first of its kind.
            boolean came = AppearingFiles.await(place, file, random.nextInt(3), process::isAlive);
            inWriting += came ? 1 : 0;
            return came;
        }
        long end = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
        while (process.isAlive() && !isTraining(place)) {
            assertTrue(System.nanoTime() < end, "waited in vain for the training");
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        return process.isAlive();
    }

    /** The log is that of this process: each begins a new one. */
    private static boolean isTraining(Path place) throws IOException {
        try {
            return Files.readString(place.resolve(RunFolder.LOG)).contains("phase training");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Of all runs of one study, where the product can draw. */
    private void assertSamePictures(String engine, Path place) throws IOException {
        if (!Files.exists(place.resolve("report/index.html"))) {
            assertFalse(Files.exists(place.resolve("report/loss.png")), "a picture without a page");
            return;
        }
        Path first = pictures.computeIfAbsent(engine, none -> place.resolve("report"));
        try (Stream<Path> files = Files.list(first)) {
            for (Path picture :
                    files.filter(file -> file.toString().endsWith(".png")).toList()) {
                Path other = place.resolve("report").resolve(picture.getFileName());
                assertEquals(-1, Files.mismatch(picture, other), () -> other.toString());
            }
        }
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
        try (Stream<Path> files = Files.walk(place)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.getFileName().toString().startsWith("."))
                            .toList(),
                    "a half file or a lock is left");
        }
        assertTrue(run.inspect(false).isSound(), run.inspect(false)::toString);
    }
}
