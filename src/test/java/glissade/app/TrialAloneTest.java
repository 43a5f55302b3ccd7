package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of few trials, and of one that is trained again by itself. */
class TrialAloneTest {
    private static final String STUDY = """
            data { source = circles, rows = 300, test-rows = 100, validation = 0.2 }
            model { type = mlp, hidden = [4], init = "normal(0.5)" }
            training { epochs = 4, batch-size = 20 }
            sweep { grid { "training.learning-rate" = [0.1, 0.5, 100000] } }
            """;

    @TempDir
    Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(String... more) throws IOException {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        List<String> arguments = new ArrayList<>(
                List.of("run", study.toString(), "--out", folder + "/ä b", "--run-id", "x", "--master", "local[1]"));
        arguments.addAll(Arrays.asList(more));
        screen.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Main.execute(
                new PrintWriter(screen, true), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    private RunFolder run() throws IOException {
        return RunFolder.of(new Configuration(), folder + "/ä b", "study", "x");
    }

    @Test
    void aTrialAloneHasTheStoredBitsOrSaysWhereNot() throws Exception {
        String anyId = "28291d71caf2";
        assertEquals(ExitCode.BAD_INPUT, glissade("--trial", anyId));
        String message = errors.toString();
        assertTrue(message.contains("--trial " + anyId + ": no trial has this id; the nearest are "), message);
        String first = message.replaceAll("(?s).*nearest are (\\w+),.*", "$1");
        assertFalse(Files.exists(folder.resolve("ä b")));

        assertEquals(ExitCode.DONE, glissade("--trial", first), errors.toString());
        assertTrue(screen.toString().contains("no stored run to compare with"), screen.toString());

        assertEquals(ExitCode.DONE, glissade(), errors.toString());
        assertTrue(errors.toString().contains("learning-rate 0.1     "), "each epoch has a line: " + errors);
        assertTrue(errors.toString().contains("epoch  train loss  train acc"), errors.toString());
        Table trials = run().readParquet("trials");
        for (int row = 0; row < trials.rows(); row++) {
            String id = trials.text(row, trials.column(Schemas.TRIAL_ID));
            assertEquals(ExitCode.DONE, glissade("--trial", id.substring(0, 6)), errors.toString());
            assertTrue(screen.toString().contains("same bits as the stored run"), screen.toString());
            Table steps = run().ofTrial(id).readParquet("steps");
            assertEquals(1, steps.whole(0, steps.column("step")));
            assertTrue(Files.exists(folder.resolve("ä b/study/x/trial-" + id + "/curves.csv")));
        }

        Table spoilt = run().readParquet("curves");
        Table other = new Table("curves", spoilt.columns());
        List<Object> cells = new ArrayList<>(Arrays.asList(first, 1, 12, 0.1));
        while (cells.size() < spoilt.columns().size()) {
            cells.add(0.25);
        }
        other.add(cells);
        run().writeParquet(other);
        assertEquals(ExitCode.FAILED, glissade("--trial", first));
        assertTrue(
                screen.toString()
                        .contains("not the bits of the stored run; first in curves, row 1 of this trial, column "),
                screen.toString());
    }

    @Test
    void anIdIsAtLeastFourOfItsDigits() throws Exception {
        assertEquals(ExitCode.BAD_INPUT, glissade("--trial", "28"));
        assertTrue(errors.toString().contains("at least 4"), errors.toString());
    }

    @Test
    void aFileWhereAFolderMustBeIsToldBeforeAnythingIsRead() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(ExitCode.BAD_INPUT, glissade("--out", file + "/below", "--set", "data.path=nowhere"));
        errors.getBuffer().setLength(0);
        Path study = folder.resolve("study.conf");
        assertEquals(
                ExitCode.BAD_INPUT,
                Main.execute(
                        new PrintWriter(screen),
                        new PrintWriter(errors, true),
                        "run",
                        study.toString(),
                        "--out",
                        file + "/below"));
        assertEquals(
                "cannot write to " + file + "/below (" + file + " is a file; expected a folder); nothing was started",
                errors.toString().strip());
        errors.getBuffer().setLength(0);
        assertEquals(
                ExitCode.BAD_INPUT,
                Main.execute(
                        new PrintWriter(screen),
                        new PrintWriter(errors, true),
                        "run",
                        study.toString(),
                        "--out",
                        "nosuch://x/y"));
        assertTrue(errors.toString().startsWith("cannot write to nosuch://x/y ("), errors.toString());
        errors.getBuffer().setLength(0);
        assertEquals(
                ExitCode.BAD_INPUT,
                Main.execute(
                        new PrintWriter(screen),
                        new PrintWriter(errors, true),
                        "run",
                        study.toString(),
                        "--out",
                        "s3a://bucket/x"));
        assertTrue(errors.toString().contains("s3a.S3AFileSystem not found); nothing was started"), errors.toString());
    }
}
