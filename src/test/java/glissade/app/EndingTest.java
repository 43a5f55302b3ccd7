package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that are told to stop before their end. */
@Timeout(900)
class EndingTest {
    @TempDir
    Path folder;

    private Path study(int epochs) throws IOException {
        return Files.writeString(folder.resolve("study.conf"), """
                data { source = circles, rows = 100, test-rows = 20, validation = 0.2 }
                training { batch-size = 1, epochs = EPOCHS }
                """.replace("EPOCHS", Integer.toString(epochs)));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aRunThatIsToldToStopSaysSoAndLeavesWhatItHas(String signal, int code) throws Exception {
        Path out = folder.resolve("a b/ß");
        Path err = folder.resolve("err");
        // A build in the background ignores Ctrl-C, and so would its children.
        List<String> heedful = Commands.succeeds("env", "--default-signal=INT", "true")
                ? List.of("env", "--default-signal=INT")
                : List.of();
        Path told = folder.resolve("told");
        // Of the first: one that does not end by itself, and leaves something running.
        String hook = "env | grep ^GLISSADE_ > '" + told + "'"
                + (signal.equals("INT") ? "; echo said; sleep 600 & echo $! >> '" + told + "'; sleep 600" : "; exit 9");
        Process run = ExitCodeTest.builder(
                        heedful,
                        "run",
                        study(100_000_000).toString(),
                        "--out",
                        out.toString(),
                        "--run-id",
                        "x",
                        "--on-end",
                        hook)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            Path log = out.resolve("study/x/run.log");
            while (!(Files.exists(log) && Files.readString(log).contains(" epoch 1/"))) {
                assertTrue(run.isAlive(), () -> read(err));
                Thread.sleep(100);
            }
            assertTrue(Commands.succeeds("kill", "-" + signal, Long.toString(run.pid())));
            assertTrue(run.waitFor(5, TimeUnit.MINUTES), "it ends");
        } finally {
            run.destroyForcibly();
        }
        assertEquals(code, run.exitValue(), read(err));
        Status status = RunFolder.of(new Configuration(), out.toString(), "study", "x")
                .status()
                .orElseThrow();
        assertEquals(Status.State.INTERRUPTED, status.state());
        assertEquals(code, status.exitCode());
        assertTrue(
                status.error()
                        .endsWith("; to continue: submit/glissade run " + folder + "/study.conf --out '" + out
                                + "' --run-id x --on-end '" + hook.replace("'", "'\\''") + "'"),
                status.error());
        assertToldOnce(told, out.resolve("study/x"), code, read(err));
        assertTrue(read(err).contains("; run the same command to continue\n"), read(err));
        assertFalse(read(err).contains("failed"), read(err));
        assertTrue(read(out.resolve("study/x/run.log")).endsWith(status.error() + "\n"));
        try (Stream<Path> files = Files.list(out.resolve("study/x"))) {
            assertEquals(
                    List.of(
                            "SHA256SUMS",
                            "checkpoints",
                            "curves.csv",
                            "curves.parquet",
                            "manifest.json",
                            "model",
                            "run.log",
                            "status.json",
                            "timings.parquet",
                            "trials.csv",
                            "trials.parquet"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    /** Whoever hangs is killed with all that it started. */
    private static void assertToldOnce(Path told, Path run, int code, String err) throws Exception {
        List<String> facts = Files.readAllLines(told);
        assertTrue(facts.contains("GLISSADE_STATE=interrupted"), facts::toString);
        assertTrue(facts.contains("GLISSADE_EXIT_CODE=" + code), facts::toString);
        assertTrue(facts.contains("GLISSADE_RUN=" + run), facts::toString);
        assertTrue(facts.contains("GLISSADE_PHASE=writing"), facts::toString);
        assertTrue(facts.contains("GLISSADE_RETRY_SAFE=true"), facts::toString);
        if (code == 130) {
            assertTrue(err.contains("\nsaid\n"), err);
            assertTrue(err.contains("the command of --on-end took more than 5 s and was ended: "), err);
            long left = Long.parseLong(facts.get(facts.size() - 1));
            for (int looks = 0; looks < 600 && isRunning(left); looks++) {
                Thread.sleep(100);
            }
            assertFalse(isRunning(left), "what it started is killed");
        } else {
            assertTrue(err.contains("the command of --on-end ended with exit code 9: "), err);
        }
    }

    /** Not one that is dead and waits for whoever adopts orphans here to bury it, as in many a container nobody does. */
    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid)
                .filter(each -> each.isAlive() && each.info().command().isPresent())
                .isPresent();
    }

    /** So many rows that it takes seconds to look at them. */
    private Process reading(Path err, String... more) throws IOException {
        Path study = Files.writeString(folder.resolve("large.conf"), """
                data { source = circles, rows = 30000000, test-rows = 20 }
                training { epochs = 1 }
                """);
        List<String> words = new ArrayList<>(
                List.of("run", study.toString(), "--out", folder.resolve("runs").toString(), "--run-id", "x"));
        words.addAll(List.of(more));
        ProcessBuilder builder = ExitCodeTest.builder(List.of(), words.toArray(String[]::new))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile());
        // As submit/glissade does it, which gives these to Spark.
        builder.environment().put("GLISSADE_OF_SPARK", "--master\nlocal[1]\n");
        return builder.start();
    }

    private Status awaitReading(Process run, Path err) throws Exception {
        RunFolder large =
                RunFolder.of(new Configuration(), folder.resolve("runs").toString(), "large", "x");
        Optional<Status> status = large.status();
        while (status.isEmpty()
                || status.get().process().pid() != run.pid()
                || !status.get().phase().equals("reading data")) {
            assertTrue(run.isAlive(), () -> read(err));
            Thread.sleep(20);
            status = large.status();
        }
        return status.get();
    }

    private String glissade(int code, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said, true);
        assertEquals(code, Main.execute(both, both, arguments), said::toString);
        return said.toString();
    }

    @Test
    void aRunSaysWhereItStandsBeforeItsDataIsRead() throws Exception {
        Path err = folder.resolve("err");
        Path told = folder.resolve("told");
        String place = folder.resolve("runs/large/x").toString();
        Process killed = reading(err);
        try {
            awaitReading(killed, err);
            // However fast it reads, and however long it takes to look at it from here.
            assertTrue(Commands.succeeds("kill", "-STOP", Long.toString(killed.pid())));
            Status status = awaitReading(killed, err);
            assertEquals(Status.State.RUNNING, status.state());
            assertEquals(
                    "submit/glissade run " + folder + "/large.conf --out " + folder
                            + "/runs --run-id x --master 'local[1]'",
                    status.command());
            byte[] before = Files.readAllBytes(Path.of(place, "status.json"));
            String held = glissade(
                    ExitCode.HELD,
                    "run",
                    folder + "/large.conf",
                    "--out=" + folder.resolve("runs"),
                    "--run-id=x",
                    "--on-end=echo $GLISSADE_STATE $GLISSADE_EXIT_CODE $GLISSADE_RUN > '" + told + "'");
            assertTrue(held.startsWith("another run holds " + place + ": process " + killed.pid() + " on "), held);
            assertArrayEquals(before, Files.readAllBytes(Path.of(place, "status.json")));
            assertEquals("failed 5 " + place + "\n", Files.readString(told));
            assertTrue(glissade(ExitCode.DONE, "status", place).contains("  state        running: process "));
        } finally {
            killed.destroyForcibly().waitFor();
        }
        String stale = glissade(ExitCode.DONE, "status", place);
        assertTrue(stale.contains("  state        stale: process " + killed.pid() + " on "), stale);
        assertTrue(stale.contains("  phase        reading data\n"), stale);
        assertTrue(stale.contains("  retry        safe: the same command goes on\n"), stale);

        Process ended =
                reading(err, "--on-end", "echo $GLISSADE_STATE $GLISSADE_EXIT_CODE $GLISSADE_PHASE > '" + told + "'");
        try {
            awaitReading(ended, err);
            ended.destroy();
            assertTrue(ended.waitFor(5, TimeUnit.MINUTES), "it ends");
        } finally {
            ended.destroyForcibly();
        }
        assertEquals(143, ended.exitValue(), read(err));
        assertEquals("interrupted 143 reading data\n", Files.readString(told));
        String status = glissade(ExitCode.DONE, "status", place);
        assertTrue(status.contains("  state        interrupted\n"), status);
        try (Stream<Path> files = Files.list(Path.of(place))) {
            assertEquals(
                    List.of("status.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** It may be told while its page is drawn, or after its end. */
    @Test
    void ofARunThatHasEndedIsToldOnceAndAsItEnded() throws Exception {
        Path err = folder.resolve("err");
        Path told = folder.resolve("told");
        Process run = ExitCodeTest.builder(
                        List.of(),
                        "run",
                        study(2).toString(),
                        "--out",
                        folder.resolve("runs").toString(),
                        "--run-id",
                        "x",
                        "--on-end",
                        "echo $GLISSADE_STATE $GLISSADE_EXIT_CODE >> '" + told + "'")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            RunFolder place =
                    RunFolder.of(new Configuration(), folder.resolve("runs").toString(), "study", "x");
            boolean alive = true;
            while (place.status().filter(Status::isTrained).isEmpty()) {
                assertTrue(alive, () -> read(err));
                alive = run.isAlive();
                Thread.sleep(20);
            }
            run.destroy();
            assertTrue(run.waitFor(5, TimeUnit.MINUTES), "it ends");
        } finally {
            run.destroyForcibly();
        }
        assertTrue(List.of(0, 143).contains(run.exitValue()), read(err));
        assertEquals("succeeded 0\n", Files.readString(told), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
