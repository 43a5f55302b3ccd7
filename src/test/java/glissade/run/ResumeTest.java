package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.MemoryEngine;
import glissade.numeric.Kernels;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a run has left behind at any moment, the same run goes on from there and ends with the same bytes. */
class ResumeTest {
    private static final String[] EVERYTHING = {
        "checkpoint.every-steps=3",
        "curves.every-steps=2",
        "evaluate.layers=true",
        "sweep.replicates=2",
        "training.optimizer.type=adam",
        "training.schedule.type=plateau",
        "output.details=2",
        "output.boundary-epochs=[1, 3]"
    };

    private static final String FIRST_FINISHED = "checkpoints/finished-00000001";

    /** Of each of the two cohorts. */
    private static final int EPOCHS = 4;

    /** What may differ: times. */
    private static final Set<String> OF_A_PROCESS =
            Set.of("run.log", "status.json", "manifest.json", "timings.parquet", "SHA256SUMS");

    @TempDir
    Path out;

    private PlannedStudy study;
    private Path undisturbed;

    @BeforeEach
    void runUndisturbed() throws Exception {
        study = new PlannedStudy(out, EVERYTHING);
        assertEquals(ExitCode.DONE, study.execution(study.folder("0")).run(() -> new MemoryEngine(Kernels.best()), 2));
        undisturbed = out.resolve("study/0");
    }

    private void assertSameBytes(Path folder) throws IOException {
        assertEquals(FilesOf.folder(undisturbed), FilesOf.folder(folder));
        for (String file : FilesOf.folder(folder)) {
            if (!OF_A_PROCESS.contains(file)) {
                assertEquals(-1, Files.mismatch(undisturbed.resolve(file), folder.resolve(file)), file);
            }
        }
    }

    private WatchedEngine finish(String runId) throws Exception {
        WatchedEngine engine = new WatchedEngine(() -> {});
        RunFolder folder = study.folder(runId);
        assertEquals(ExitCode.DONE, study.execution(folder).run(() -> engine, 2));
        Status status = folder.status().orElseThrow();
        assertEquals(study.folder("0").status().orElseThrow().digest(), status.digest());
        assertSameBytes(out.resolve("study/" + runId));
        return engine;
    }

    /** A copy of the folder is all that a process would leave that is killed at this moment. */
    @Test
    void aRunThatWasKilledAfterAnyEpochGoesOnToTheSameBytes() throws Exception {
        List<String> left = new ArrayList<>();
        Path killed = out.resolve("study/killed");
        WatchedEngine engine = new WatchedEngine(() -> {
            if (left.size() == 2 * EPOCHS - 1) {
                awaitThat(() -> Files.exists(killed.resolve(FIRST_FINISHED)), killed);
            }
            FilesOf.copy(killed, out.resolve("study/left-" + left.size()));
            left.add("left-" + left.size());
        });
        study.execution(study.folder("killed")).run(() -> engine, 1);
        assertEquals(engine.epochs(), left.size());
        assertTrue(left.size() >= 8, left.size() + " epochs");
        List<Integer> epochs = new ArrayList<>();
        for (String each : left) {
            epochs.add(finish(each).trained().size());
        }
        assertTrue(epochs.get(epochs.size() - 1) < epochs.get(0), "finished trials are not trained again: " + epochs);
    }

    @Test
    void aRunThatWasStoppedSaysWhatItHasAndGoesOn() throws Exception {
        for (int after : new int[] {1, 3, 6}) {
            RunFolder folder = study.folder("stopped-" + after);
            Execution execution = study.execution(folder);
            List<Integer> epochs = new ArrayList<>();
            WatchedEngine engine = new WatchedEngine(() -> {
                epochs.add(1);
                if (epochs.size() == after) {
                    execution.stop(ExitCode.PARTIAL, "time is up");
                }
            });
            assertEquals(ExitCode.PARTIAL, execution.run(() -> engine, 1));
            Status status = folder.status().orElseThrow();
            assertEquals(Status.State.PARTIAL, status.state());
            assertEquals("time is up", status.error());
            Table trials = folder.readParquet("trials");
            assertTrue(trials.rows() > 0);
            Set<String> how = new TreeSet<>();
            for (int row = 0; row < trials.rows(); row++) {
                how.add(trials.text(row, trials.column("status")));
            }
            assertTrue(how.contains("unfinished"), how.toString());
            assertTrue(folder.holds(RunFolder.MODEL));
            assertEquals(null, folder.manifest(Manifest.class).digest());
            finish("stopped-" + after);
        }
    }

    /** Of the run, and of each cohort; a process that was stopped has taken three tenths of a second at least. */
    @Test
    void theTimeOfARunIsThatOfAllItsProcesses() throws Exception {
        RunFolder folder = study.folder("slow");
        Execution execution = study.execution(folder);
        WatchedEngine engine = new WatchedEngine(() -> {
            sleep(300);
            execution.stop(ExitCode.PARTIAL, "time is up");
        });
        assertEquals(ExitCode.PARTIAL, execution.run(() -> engine, 1));
        Manifest part = folder.manifest(Manifest.class);
        assertTrue(part.seconds() >= 0.3, part.seconds() + " s");
        assertTrue(part.elapsed() >= part.seconds());
        double cohort = secondsOfFirstCohort(folder);
        assertTrue(cohort > 0, cohort + " s");

        Execution again = study.execution(folder);
        assertEquals(ExitCode.DONE, again.run(() -> new WatchedEngine(() -> {}), 1));
        assertSameBytes(out.resolve("study/slow"));
        assertTrue(again.progress().snapshot().seconds() >= part.seconds(), "what is left is told by all there was");
        Manifest whole = folder.manifest(Manifest.class);
        assertTrue(whole.seconds() >= part.seconds(), whole.seconds() + " s after " + part.seconds());
        assertTrue(whole.elapsed() >= part.elapsed(), whole.elapsed() + " s after " + part.elapsed());
        assertTrue(secondsOfFirstCohort(folder) >= cohort);
    }

    private static double secondsOfFirstCohort(RunFolder folder) throws IOException {
        Table timings = folder.readParquet("timings");
        return timings.real(0, timings.column("seconds"));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One bit of any file in any place, and files that are cut short. */
    @Test
    void damagedCheckpointsAreNamedAndDoWithout() throws Exception {
        Path whole = out.resolve("study/whole");
        Path killed = out.resolve("study/killed");
        AtomicInteger epochs = new AtomicInteger();
        WatchedEngine engine = new WatchedEngine(() -> {
            if (epochs.incrementAndGet() == EPOCHS + 2) {
                awaitStatesOfOneCohort(killed);
                FilesOf.copy(killed, whole);
            }
        });
        study.execution(study.folder("killed")).run(() -> engine, 1);
        List<Path> files = checkpoints(whole);
        assertEquals(5, files.size(), files.toString());
        int number = 0;
        for (Path file : files) {
            for (int way = 0; way < 3; way++) {
                String id = "damaged-" + number++;
                FilesOf.copy(whole, out.resolve("study/" + id));
                Path damaged = out.resolve("study/" + id).resolve(whole.relativize(file));
                byte[] bytes = Files.readAllBytes(damaged);
                if (way == 2) {
                    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                } else {
                    bytes[(int) (bytes.length * (0.3 + 0.4 * way))] ^= (byte) (1 << (number % 8));
                    Files.write(damaged, bytes);
                }
                finish(id);
                String log = Files.readString(out.resolve("study/" + id + "/run.log"));
                assertTrue(log.contains(file.getFileName() + " is damaged ("), log);
            }
        }
    }

    /** What the first cohort came to is written beside the training of the second, and its states go then. */
    private static void awaitStatesOfOneCohort(Path folder) {
        awaitThat(
                () -> Files.exists(folder.resolve(FIRST_FINISHED))
                        && checkpoints(folder).size() == 5,
                folder);
    }

    private static void awaitThat(BooleanSupplier condition, Path folder) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> checkpoints(folder).toString());
            sleep(1);
        }
    }

    private static List<Path> checkpoints(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void otherDataUnderTheSameNameIsRefused() throws Exception {
        RunFolder folder = study.folder("other");
        study.execution(folder);
        PlannedStudy other = new PlannedStudy(out, "data.rows=310");
        IOException refused = assertThrows(IOException.class, () -> other.execution(folder));
        assertTrue(
                refused.getMessage().startsWith("the content of circles is not what it was when the run in "),
                refused.getMessage());
        assertFalse(folder.holds("run.log"));
    }
}
