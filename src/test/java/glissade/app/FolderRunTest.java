package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRunTest {
    private static final String STUDY = "data { source = circles, rows = 60, test-rows = 20 }\ntraining.epochs = 2\n";

    @TempDir
    Path folder;

    private Path out;
    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeStudies() throws IOException {
        out = folder.resolve("runs");
        Files.writeString(folder.resolve("b.conf"), STUDY);
        Files.writeString(folder.resolve("a.conf"), STUDY + "model { type = mlp }, sweep.replicates = 2\n");
        Files.writeString(folder.resolve("notes.txt"), "no experiment");
    }

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    @Test
    void everyExperimentIsRunInTheOrderOfNames() {
        String[] command = {"run", folder.toString(), "--out", out.toString(), "--master", "local[1]"};
        assertEquals(ExitCode.DONE, glissade(command), errors.toString());
        assertTrue(Files.exists(out.resolve("a")) && Files.exists(out.resolve("b")));
        String told = errors.toString();
        assertTrue(told.indexOf("=== " + folder + "/a.conf") < told.indexOf("=== " + folder + "/b.conf"), told);
        String text = screen.toString();
        String table = text.substring(text.indexOf("experiment  trials"));
        assertTrue(
                table.matches("(?s)[^\n]*exit code\na +2 +0\\.\\d+  test.accuracy  [0-9a-f]{12} +0\nb +1 +.*0\n\n"),
                table);
        assertTrue(text.contains("tied with the best, itself among them: 1 of 1 configuration;"), text);
    }

    @Test
    void whatIsWrongWithAnyFileIsToldBeforeAnythingIsStarted() throws IOException {
        Files.writeString(folder.resolve("c.conf"), STUDY + "training.epoch = 3\n");
        Files.writeString(folder.resolve("d.conf"), STUDY + "output.best-by = validation.loss\n");
        for (String command : new String[] {"run", "plan"}) {
            errors.getBuffer().setLength(0);
            assertEquals(ExitCode.BAD_INPUT, glissade(command, folder.toString()));
            assertTrue(errors.toString().contains("c.conf:3: training.epoch: unknown key"), errors.toString());
            assertTrue(
                    errors.toString().contains("d.conf:3: output.best-by: validation.loss needs"), errors.toString());
        }
        assertFalse(Files.exists(out));
    }

    @Test
    void aFolderIsPlannedFileByFile() {
        assertEquals(ExitCode.DONE, glissade("plan", folder.toString()), errors.toString());
        String text = screen.toString();
        assertTrue(text.contains("=== " + folder + "/a.conf\nexperiment  a\ntrials      2 = 2 replicates\n"), text);
        assertTrue(text.contains("\n\n=== " + folder + "/b.conf\nexperiment  b\ntrials      1\n"), text);
    }

    @Test
    void aFolderWithoutExperimentsIsBadInput() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(ExitCode.BAD_INPUT, glissade("run", empty.toString(), "--out", out.toString()));
        assertTrue(errors.toString().contains("found a folder without one"), errors.toString());
    }

    @Test
    void twoExperimentsDoNotShareAFolder() throws IOException {
        Files.writeString(folder.resolve("c.conf"), "name = b\n" + STUDY + "seed = 7\n");
        assertEquals(
                ExitCode.BAD_INPUT, glissade("run", folder.toString(), "--out", out.toString(), "--run-id", "night"));
        assertTrue(errors.toString().contains("as another experiment of the folder would"), errors.toString());
        assertFalse(Files.exists(out));
    }

    @Test
    void theWorstExitCodeCounts() {
        assertEquals(ExitCode.DONE, ExitCode.worst(ExitCode.DONE, ExitCode.DONE));
        assertEquals(ExitCode.GATE_FAILED, ExitCode.worst(ExitCode.DONE, ExitCode.GATE_FAILED));
        assertEquals(ExitCode.NO_TRIAL_FINISHED, ExitCode.worst(ExitCode.NO_TRIAL_FINISHED, ExitCode.GATE_FAILED));
        assertEquals(ExitCode.BAD_INPUT, ExitCode.worst(ExitCode.BAD_INPUT, ExitCode.NO_TRIAL_FINISHED));
        assertEquals(ExitCode.FAILED, ExitCode.worst(ExitCode.BAD_INPUT, ExitCode.FAILED));
        assertEquals(143, ExitCode.worst(143, ExitCode.FAILED));
    }
}
