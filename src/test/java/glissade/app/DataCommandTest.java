package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @AfterEach
    void sparkWasNotStarted() {
        assertTrue(SparkContext$.MODULE$.getActive().isEmpty());
    }

    @Test
    void writesTrainingAndTestRowsAndSaysHowToReadThem() throws IOException {
        assertEquals(ExitCode.DONE, data("circles", "--rows", "30", "--out", folder.toString()), errors.toString());
        assertEquals(List.of("test.csv", "train.csv"), files());
        List<String> lines = Files.readAllLines(folder.resolve("train.csv"));
        assertEquals("x0,x1,target", lines.get(0));
        assertEquals(31, lines.size());
        assertEquals(201, Files.readAllLines(folder.resolve("test.csv")).size());
        assertTrue(
                screen.toString().contains("2 features, x0 to x1; the target is a class from 0 to 1"),
                screen.toString());
        assertTrue(screen.toString().endsWith("""
                data {
                  source = csv
                  path = "@/train.csv"
                  test-path = "@/test.csv"
                  target = target
                }
                """.replace("@", folder.toString())), screen.toString());
    }

    @Test
    void everySourceInEveryFormat() throws IOException {
        for (String name : List.of("circles", "moons", "blobs", "digits", "linear", "logistic", "dummy")) {
            for (String format : List.of("csv", "parquet", "LIBSVM")) {
                String out = folder + "/" + name + format;
                int code = data(name, "--rows", "20", "--out", out, "--format", format, "--set", "data.test-rows=0");
                assertEquals(ExitCode.DONE, code, errors.toString());
                assertTrue(Files.size(Path.of(out, "train." + format.toLowerCase(Locale.ROOT))) > 100);
            }
        }
    }

    @Test
    void settingsOfDataCountAndStandInTheSnippet() throws IOException {
        int code = data(
                "blobs",
                "--out",
                folder.toString(),
                "--format",
                "libsvm",
                "--set",
                "data.rows=7",
                "--set",
                "data.features=3",
                "--set",
                "data.test-rows=0",
                "--set",
                "data.seed=5",
                "--set",
                "data.validation=0.1",
                "--set",
                "data.split=stratified",
                "--set",
                "data.scaling=min-max");
        assertEquals(ExitCode.DONE, code, errors.toString());
        assertEquals(7, Files.readAllLines(folder.resolve("train.libsvm")).size());
        assertEquals(List.of("train.libsvm"), files());
        assertTrue(
                screen.toString()
                        .contains("  seed = 5\n  validation = 0.1\n  scaling = min-max\n  split = stratified\n}"),
                screen.toString());
    }

    @Test
    void whatCannotBeWrittenIsToldAndNothingIsLost() throws IOException {
        refused("what is to be written? give one of circles,");
        refused("no data set is called 'circle': give one of circles, moons, blobs,", "circle");
        refused("--set model.type=mlp: only keys of data decide", "circles", "--set", "model.type=mlp");
        refused("data.rows=0: expected", "circles", "--rows", "0");
        refused("data.nois=1", "circles", "--set", "data.nois=1");
        refused("data.features", "blobs", "--set", "data.classes=60000", "--set", "data.features=100000");
        refused("Invalid value for option '--format'", "circles", "--format", "xml");
        Path own = Files.writeString(folder.resolve("test.csv"), "mine");
        refused(own + " is there already: give another --out", "circles", "--out", folder.toString());
        assertEquals(List.of("test.csv"), files());
        refused("cannot write", "circles", "--out", own + "/below");
    }

    @Test
    void mnistThatCannotBeFetchedIsToldAndLeavesNothing() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = "http://localhost:" + socket.getLocalPort() + "/";
        }
        refused(
                "train-images-idx3-ubyte.gz could not be fetched: " + closed + " cannot be reached",
                "mnist",
                "--out",
                folder.toString(),
                "--mirror",
                closed);
        refused("--mirror ftp://x/: expected a URL", "mnist", "--out", folder.toString(), "--mirror", "ftp://x/");
        assertEquals(List.of(), files());
    }

    private void refused(String message, String... arguments) {
        errors.getBuffer().setLength(0);
        assertEquals(ExitCode.BAD_INPUT, data(arguments), errors.toString());
        assertTrue(errors.toString().contains(message), errors.toString());
        assertEquals("", screen.toString());
    }

    private int data(String... arguments) {
        String[] all = Stream.concat(Stream.of("data"), Stream.of(arguments)).toArray(String[]::new);
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), all);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
