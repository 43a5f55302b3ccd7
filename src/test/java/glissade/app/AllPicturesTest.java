package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every picture of runs of different kinds, drawn again to the byte. */
class AllPicturesTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    private int glissade(List<String> arguments) {
        return Main.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(errors, true), arguments.toArray(String[]::new));
    }

    /** The names of a run's pictures, all of which are drawn twice. */
    private String pictures(String file, String... assignments) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("run", file, "--master=local[2]", "--run-id=x", "--out=" + folder.resolve("runs")));
        List.of(assignments).forEach(each -> arguments.add("--set=" + each));
        assertEquals(ExitCode.DONE, glissade(arguments), errors::toString);
        String name = Path.of(file).getFileName().toString().replace(".conf", "");
        Path run = folder.resolve("runs").resolve(name).resolve("x");
        SortedMap<String, String> first = files(run.resolve("report"));
        for (String picture : first.keySet()) {
            Files.delete(run.resolve("report").resolve(picture + ".png"));
        }
        assertEquals(ExitCode.DONE, glissade(List.of("report", run.toString())), errors::toString);
        assertEquals(first, files(run.resolve("report")));
        return String.join(" ", first.keySet());
    }

    private static SortedMap<String, String> files(Path report) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        if (Files.exists(report)) {
            try (Stream<Path> files = Files.list(report)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".png")).toList()) {
                    String content = Arrays.toString(Files.readAllBytes(file));
                    contents.put(file.getFileName().toString().replace(".png", ""), content);
                }
            }
        }
        return contents;
    }

    /** On a machine without fonts there are none, and other tests say what is said then. */
    private void assertPictures(String expected, String found) {
        if (!errors.toString().contains("no pictures: this Java cannot draw")) {
            assertEquals(expected, found);
        }
    }

    @Test
    void valuesHaveTheirPredictions() throws Exception {
        String grid = "sweep.grid={ training.learning-rate = [0.01, 0.1, 1e30] }";
        assertPictures(
                "best contact-sheet leaders loss predictions",
                pictures("conf/linear.conf", "sweep.grid=null", grid, "training.epochs=3", "data.rows=300"));
    }

    @Test
    void withoutHeldOutRowsTheTrainingRowsAreDrawn() throws Exception {
        assertPictures(
                "best boundaries confusion contact-sheet leaders loss",
                pictures(
                        "conf/circles.conf",
                        "training.epochs=3",
                        "data.validation=0",
                        "data.test-rows=0",
                        "output.best-by=train.loss",
                        "sweep.grid=null",
                        "sweep.grid={ training.learning-rate = [0.1, 1] }"));
    }

    /** Classes of any letters, of many, and a class that is never met or never said. */
    @Test
    void namesOfAnyLettersAreDrawn() throws Exception {
        StringBuilder rows = new StringBuilder("größe,weite,klasse\n");
        List<String> names = List.of(
                "猫<b>",
                "\"Ärger & \"\"Freude\"\"\"",
                "שלום",
                "x".repeat(300),
                "👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀");
        for (int i = 0; i < 100; i++) {
            rows.append(i % 10)
                    .append(',')
                    .append(i % 7)
                    .append(',')
                    .append(names.get(i % 5))
                    .append('\n');
        }
        Path data = Files.writeString(folder.resolve("daten.csv"), rows.toString());
        Path conf = Files.writeString(
                folder.resolve("unicode.conf"),
                "data { source = csv, path = \"" + data + "\", target = klasse, validation = 0.3 }\n"
                        + "model.type = softmax\ntraining { epochs = 2, learning-rate = 0.1 }\n"
                        + "sweep.grid { training.batch-size = [5, 10] }\n");
        assertPictures("best boundaries confusion contact-sheet leaders loss", pictures(conf.toString()));
    }
}
