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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder holds one run: of one config on one data set. What is refused leaves it as it was. */
class RunFolderOfOneRunTest {
    private static final String STUDY = """
            data { source = csv, path = "DATA", target = kind, validation = 0.2 }
            training { epochs = 2, batch-size = 10, learning-rate = 0.1 }
            output { report = false, details = 0, boundaries = 0 }
            """;

    @TempDir
    Path folder;

    private Path data;
    private Path study;
    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        data = Files.writeString(folder.resolve("plums.csv"), rows(60));
        study = Files.writeString(folder.resolve("study.conf"), STUDY.replace("DATA", data.toString()));
    }

    private static String rows(int count) {
        StringBuilder csv = new StringBuilder("x,kind\n");
        for (int row = 0; row < count; row++) {
            csv.append(row % 7).append(row % 7 < 3 ? ",left\n" : ",right\n");
        }
        return csv.toString();
    }

    private int run(String... more) {
        screen.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        List<String> words = new ArrayList<>(
                List.of("run", study.toString(), "--out=" + folder.resolve("runs"), "--run-id=x", "--master=local[1]"));
        words.addAll(List.of(more));
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), words.toArray(String[]::new));
    }

    private Path place(String id) {
        return folder.resolve("runs/study").resolve(id);
    }

    /** Every file by its name, with its bytes as text and the time it was written. */
    private static Map<String, String> content(Path place) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(
                        place.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    @Test
    void freshStartsOverAndKeepsTheOldRunUnderANameThatIsSaid() throws IOException {
        assertEquals(ExitCode.DONE, run(), errors::toString);
        Map<String, String> old = content(place("x"));
        assertEquals(ExitCode.DONE, run("--fresh"), errors::toString);
        assertTrue(
                errors.toString().contains("the run that was there is now " + place("x.old-1") + "\n"),
                errors::toString);
        assertEquals(old, content(place("x.old-1")));
        assertEquals(
                -1,
                Files.mismatch(
                        place("x").resolve("trials.parquet"), place("x.old-1").resolve("trials.parquet")));
        assertEquals(ExitCode.DONE, run("--fresh", "--set=seed=7"), errors::toString);
        assertTrue(errors.toString().contains(place("x.old-2").toString()), errors::toString);
    }

    /** Also where what was begun has lost its status: what is left of it is not continued. */
    @Test
    void freshTakesUpNothingOfWhatIsThere() throws IOException {
        assertEquals(ExitCode.PARTIAL, run("--max-minutes=1e-6"), errors::toString);
        Files.delete(place("x").resolve("status.json"));
        assertEquals(ExitCode.DONE, run("--fresh"), errors::toString);
        assertTrue(Files.exists(place("x.old-1").resolve("checkpoints")));
    }

    @Test
    void anotherConfigUnderTheSameIdIsRefusedWithWhatIsDifferent() throws IOException {
        Path told = folder.resolve("told");
        assertEquals(ExitCode.DONE, run(), errors::toString);
        Map<String, String> before = content(place("x"));
        assertEquals(
                ExitCode.BAD_INPUT,
                run(
                        "--set=training.epochs=3",
                        "--set=training.batch-size=5",
                        "--on-end=echo $GLISSADE_STATE $GLISSADE_EXIT_CODE > '" + told + "'"));
        assertEquals(
                "the run in " + place("x") + " had another config:\n"
                        + "  training.batch-size: 10 there, 5 here\n"
                        + "  training.epochs: 2 there, 3 here\n"
                        + "give another --run-id, or --fresh to start over and keep the old one; nothing was started\n",
                errors.toString());
        assertEquals(before, content(place("x")));
        assertEquals("failed 2\n", Files.readString(told), "not how the run ended that is there");
    }

    @Test
    void otherDataUnderTheSameIdIsRefusedAndNamed() throws IOException {
        assertEquals(ExitCode.PARTIAL, run("--max-minutes=1e-6"), errors::toString);
        Map<String, String> before = content(place("x"));
        Files.writeString(data, rows(61));
        assertEquals(ExitCode.BAD_INPUT, run());
        assertTrue(
                errors.toString().contains("had other data: files of " + data + " have another length or time now\n"),
                errors::toString);
        assertEquals(before, content(place("x")));
    }

    /** Found out only when it has been read. */
    @Test
    void otherContentOfTheSameLengthAndTimeIsRefusedAndNamed() throws IOException {
        assertEquals(ExitCode.PARTIAL, run("--max-minutes=1e-6"), errors::toString);
        Map<String, String> before = content(place("x"));
        var time = Files.getLastModifiedTime(data);
        Files.writeString(data, rows(60).replaceFirst("0,left", "9,left"));
        Files.setLastModifiedTime(data, time);
        assertEquals(ExitCode.BAD_INPUT, run());
        assertTrue(
                errors.toString().contains("\nthe content of " + data + " is not what it was when the run in "),
                errors::toString);
        Map<String, String> after = content(place("x"));
        after.remove("status.json");
        String status = before.remove("status.json");
        assertEquals(before, after);
        assertEquals(
                status.substring(status.indexOf('[')),
                content(place("x")).get("status.json").replaceFirst("^[^\\[]*", ""),
                "it says again what it said");
    }

    @Test
    void dataThatCannotBeReadLeavesNoFolder() throws IOException {
        Files.writeString(data, "x,kind\n1,left\nnonsense,right\n");
        assertEquals(ExitCode.BAD_INPUT, run());
        assertTrue(errors.toString().contains("nonsense"), errors::toString);
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    @Test
    void aFinishedRunIsNotTouched() throws IOException {
        assertEquals(ExitCode.DONE, run(), errors::toString);
        Map<String, String> before = content(place("x"));
        assertEquals(ExitCode.DONE, run(), errors::toString);
        assertEquals(before, content(place("x")));
    }
}
