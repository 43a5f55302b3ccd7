package glissade.app;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes without room on the disk, by limits of the kernel: they say what they could not write, leave no half file, and
 * the same command goes on to the same bytes once there is room.
 */
@Timeout(900)
class FullDiskTest {
    private static final String RATES =
            IntStream.rangeClosed(1, 16).mapToObj(k -> "0.0" + k).collect(Collectors.joining(","));
    private static final List<String> TABLES = List.of(
            "trials.parquet", "trials.csv", "curves.parquet", "curves.csv", "model/parameters.bin", "model/model.json");

    /** In a folder, with a limit; the same again without; what is there in between, and both exit codes, are printed. */
    private static final String SCRIPT = """
            %s
            "$@"; echo "first $?"; (cd "$0"/study/x && find . && cat status.json)
            %s
            "$@"; echo "then $?"
            %s
            """;

    @TempDir
    private static Path folder;

    private static String[] words;

    @BeforeAll
    static void runWithRoom() throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), """
                data { source = circles, rows = 100, test-rows = 20, validation = 0.2 }
                training { batch-size = all, epochs = 2000 }
                output.report = false
                """);
        words = new String[] {
            "run", study.toString(), "--run-id=x", "--set=sweep.grid.\"training.learning-rate\"=[" + RATES + "]"
        };
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--master=local[1]", "--out=" + folder.resolve("undisturbed")));
        assertEquals(ExitCode.DONE, Main.execute(writer, writer, all.toArray(String[]::new)), said::toString);
        assertTrue(Files.size(folder.resolve("undisturbed/study/x/curves.csv")) > 3 << 20, "larger than the limit");
    }

    /** Runs the script in a shell; its commands with what they print, errors too. */
    private static String run(List<String> before, Path out, String limit, String free, String last) throws Exception {
        List<String> shell = new ArrayList<>(before);
        shell.addAll(List.of("sh", "-c", SCRIPT.formatted(limit, free, last), out.toString()));
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.add("--out=" + out);
        Path said = folder.resolve("said-" + out.getFileName());
        ExitCodeTest.builder(shell, all.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        return Files.readString(said);
    }

    private static void assertToldAndGoneOnWith(String said, Path out, Path results, String reason) throws IOException {
        assertTrue(
                said.matches("(?s).*the run failed: cannot write " + out + "/study/x/[a-z]+\\.(csv|parquet) \\("
                        + reason + "; it failed after [\\d,]+ bytes, and [\\d,]+ are free there\\)\n.*"),
                said);
        assertTrue(said.contains("\nfirst " + ExitCode.FAILED + "\n"), said);
        assertTrue(said.contains("\"state\" : \"failed\""), said);
        assertTrue(said.contains("\"failingPath\" : \"" + out + "/study/x/"), said);
        assertFalse(said.contains("./curves.csv\n"), said);
        assertFalse(said.contains(".tmp-"), said);
        assertTrue(said.contains("\nthen " + ExitCode.DONE + "\n"), said);
        RunFolder run = RunFolder.at(new Configuration(), results.toString());
        assertEquals(Status.State.SUCCEEDED, run.status().orElseThrow().state());
        assertTrue(run.inspect(false).isSound(), run.inspect(false)::toString);
        for (String table : TABLES) {
            Path expected = folder.resolve("undisturbed/study/x").resolve(table);
            assertEquals(-1, Files.mismatch(expected, results.resolve(table)), table);
        }
        try (Stream<Path> files = Files.walk(results)) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".")), "a half file is left");
        }
    }

    @Test
    void filesThatMayNotGrowFurther() throws Exception {
        Path out = folder.resolve("limited");
        String said = run(List.of(), out, "ulimit -S -f 4096", "ulimit -S -f unlimited", "true");
        assertToldAndGoneOnWith(said, out, out.resolve("study/x"), "File too large");
    }

    /** On a disk of that size, which then grows; empty where a user may not mount one (user namespaces on Linux). */
    private static Optional<String> onDisk(Path out, String size, String between, String last) throws Exception {
        if (!Commands.succeeds("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", out.toString())) {
            System.out.println("no disk of " + size + " can be mounted here; a limit for files is tested instead");
            return Optional.empty();
        }
        return Optional.of(run(
                List.of("unshare", "-rm"),
                out,
                "mount -t tmpfs -o size=" + size + " tmpfs \"$0\"",
                between + "; mount -o remount,size=64m \"$0\"",
                last));
    }

    /** Where such a disk can be had; elsewhere the test above is what there is. */
    @Test
    void aDiskThatIsFull() throws Exception {
        Path out = Files.createDirectory(folder.resolve("small"));
        Path copy = folder.resolve("copy");
        Optional<String> run = onDisk(out, "3m", "true", "cp -r \"$0\"/study/x '" + copy + "'");
        if (run.isEmpty()) {
            return;
        }
        String said = run.get();
        assertToldAndGoneOnWith(said, out, copy, "No space left on device");
    }

    /** There is room for a status, for a lock, but not for the first checkpoint. */
    @Test
    void onADiskThatIsFullFromTheStartNothingIsLeft() throws Exception {
        Path out = Files.createDirectory(folder.resolve("tiny"));
        Optional<String> run = onDisk(out, "16k", "find \"$0\"", "true");
        if (run.isEmpty()) {
            return;
        }
        String said = run.get();
        assertTrue(
                said.contains("cannot write " + out + "/study/x/checkpoints/beginning (No space left on device"), said);
        assertTrue(said.contains("nothing was started\nfirst " + ExitCode.BAD_INPUT + "\n"), said);
        assertTrue(said.contains("\n" + out + "\n"), said);
        assertFalse(said.contains("\n" + out + "/"), said);
        assertTrue(said.contains("\nthen " + ExitCode.DONE + "\n"), said);
    }
}
