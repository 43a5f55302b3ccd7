package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.gate.GateReport;
import glissade.run.ExitCode;
import glissade.run.Manifest;
import glissade.store.ExperimentFolder;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose time is up before they are done: what there is counts for a look, not for the gate, and the same command goes on. */
@Timeout(900)
class PartialRunTest {
    private static final List<String> TABLES =
            List.of("trials.parquet", "trials.csv", "curves.parquet", "curves.csv", "model/parameters.bin");

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int run(String text, String id, String... more) throws IOException {
        screen.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        Path study = Files.writeString(folder.resolve("study.conf"), text);
        List<String> words = new ArrayList<>(List.of(
                "run", study.toString(), "--out=" + folder.resolve("runs"), "--run-id=" + id, "--master=local[2]"));
        words.addAll(List.of(more));
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), words.toArray(String[]::new));
    }

    private RunFolder folder(String id) throws IOException {
        return RunFolder.of(new Configuration(), folder.resolve("runs").toString(), "study", id);
    }

    private Status status(String id) throws IOException {
        return folder(id).status().orElseThrow();
    }

    /** Each time it may take longer, so that it ends, wherever this runs; by less before there are results, so that some slice has them. */
    @Test
    void aSynchronousRunInSlicesOfTimeEndsWithTheBytesOfOneThatWasLeftAlone() throws IOException {
        String text = """
                data { source = blobs, rows = 400, test-rows = 50, validation = 0.2, features = 4, classes = 3 }
                training { epochs = 20, batch-size = 20, shards = 4 }
                sweep.grid { training.learning-rate = [0.1, 0.3] }
                output { report = false, details = 0, boundaries = 0 }
                """;
        assertEquals(ExitCode.DONE, run(text, "whole", "--set=training.engine=in-task"), errors::toString);
        int ranked = 0;
        int code = ExitCode.PARTIAL;
        for (double minutes = 0.01; code == ExitCode.PARTIAL; minutes *= ranked > 0 ? 2 : 1.5) {
            code = run(text, "sliced", "--set=training.engine=synchronous", "--max-minutes=" + minutes);
            if (code == ExitCode.PARTIAL) {
                assertEquals(Status.State.PARTIAL, status("sliced").state());
                assertEquals("the time of --max-minutes is up", status("sliced").error());
                assertTrue(
                        errors.toString()
                                .endsWith("the time of --max-minutes is up; run the same command to continue\n"),
                        errors::toString);
                boolean hasResults = folder("sliced").holds(RunFolder.MANIFEST);
                assertEquals(hasResults, screen.toString().contains("none yet: the run ended before its time"));
                ranked += hasResults ? 1 : 0;
            }
        }
        assertEquals(ExitCode.DONE, code, errors::toString);
        assertTrue(ranked > 0, "some slice had results");
        for (String name : TABLES) {
            assertEquals(-1, Files.mismatch(file("whole", name), file("sliced", name)), name);
        }
        assertEquals(status("whole").digest(), status("sliced").digest());
    }

    private Path file(String id, String name) {
        return folder.resolve("runs/study").resolve(id).resolve(name);
    }

    /** What the clock shows in so many seconds. */
    private static String in(int seconds) {
        return LocalTime.now(ZoneId.systemDefault())
                .plusSeconds(seconds)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** On a slow machine a process that is to end at six may read this a moment later; it does not go on for a day. */
    @Test
    void aDeadlineThatPassedSinceTheProcessBeganIsReached() throws IOException {
        String text = """
                data { source = blobs, rows = 100, test-rows = 20, validation = 0.2 }
                training { epochs = 100000000, batch-size = 1 }
                output { report = false, details = 0, boundaries = 0 }
                """;
        String deadline = in(-1);
        assertEquals(ExitCode.PARTIAL, run(text, "late", "--deadline=" + deadline), errors::toString);
        assertEquals(
                "the --deadline of " + deadline + " is reached", status("late").error());
        assertFalse(folder("late").holds(RunFolder.MANIFEST), "it has trained");
    }

    /** Its numbers are as good as can be, and yet nobody is held against them. */
    @Test
    void theGateSaysWhatItWouldOfAPartOfARunWhichIsNeitherJudgedNorABaseline() throws IOException {
        String text = """
                data { source = blobs, rows = 100, test-rows = 20, validation = 0.2 }
                training { epochs = 100000000, batch-size = 1 }
                sweep { replicates = 2, replicate-order = own }
                gate { require = ["validation.accuracy >= 0", "validation.loss <= -1"], drop = 0.5 }
                output { report = false, details = 0, boundaries = 0 }
                """;
        Path told = folder.resolve("told");
        String hook = "--on-end=env | grep ^GLISSADE_ > '" + told + "'";
        for (int seconds = 2; !folder("a").holds(RunFolder.MANIFEST); seconds *= 2) {
            String deadline = in(seconds);
            assertEquals(ExitCode.PARTIAL, run(text, "a", "--deadline=" + deadline, hook), errors::toString);
            assertEquals(
                    "the --deadline of " + deadline + " is reached", status("a").error());
        }
        assertTrue(
                screen.toString()
                        .contains(
                                "  gate       not judged before the run is complete; so far 2 of 3 rules kept; no baseline\n"),
                screen::toString);
        GateReport report = folder("a").json(RunFolder.GATE, GateReport.class).orElseThrow();
        assertTrue(report.soFar());
        assertFalse(report.passed());
        assertEquals(List.of(), status("a").reasons());
        List<String> facts = Files.readAllLines(told);
        assertTrue(facts.contains("GLISSADE_STATE=partial") && facts.contains("GLISSADE_EXIT_CODE=6"), facts::toString);
        assertTrue(folder("a").manifest(Manifest.class).seconds() > 0);

        for (String baseline : List.of("previous", "ratchet")) {
            assertEquals(
                    ExitCode.GATE_FAILED,
                    run(text, baseline, "--set=training.epochs=1", "--set=gate.baseline=" + baseline),
                    errors::toString);
            assertTrue(
                    screen.toString().contains("  gate       CLOSED, 1 of 3 rules broken; no baseline\n"),
                    screen::toString);
        }
        assertEquals(ExitCode.BAD_INPUT, run(text, "pinned", "--set=training.epochs=1", "--set=gate.baseline=a"));
        Table history = ExperimentFolder.of(
                        new Configuration(), folder.resolve("runs").toString(), "study")
                .history();
        assertEquals("partial", history.text(0, history.column(HistorySchema.STATE)));
        assertEquals(ExitCode.PARTIAL, history.whole(0, history.column(HistorySchema.EXIT_CODE)));
    }
}
