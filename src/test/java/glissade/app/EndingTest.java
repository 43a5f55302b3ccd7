package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that are told to stop before their end. */
@Timeout(120)
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
        List<String> heedful =
                succeeds("env", "--default-signal=INT", "true") ? List.of("env", "--default-signal=INT") : List.of();
        Process run = ExitCodeTest.builder(
                        heedful, "run", study(100_000_000).toString(), "--out", out.toString(), "--run-id", "x")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        try {
            Path log = out.resolve("study/x/run.log");
            while (!(Files.exists(log) && Files.readString(log).contains(" epoch 1/"))) {
                assertTrue(run.isAlive(), () -> read(err));
                Thread.sleep(100);
            }
            assertTrue(succeeds("kill", "-" + signal, Long.toString(run.pid())));
            assertTrue(run.waitFor(1, TimeUnit.MINUTES), "it ends");
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
                                + "' --run-id x"),
                status.error());
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

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
