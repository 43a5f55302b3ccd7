package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkContext$;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String STUDY = """
            data { source = circles, rows = 300, test-rows = 100, validation = 0.2 }
            model { type = mlp, hidden = [4], init = "normal(0.5)" }
            training { epochs = 4 }
            sweep { grid { "training.batch-size" = [10, 50], "training.learning-rate" = [0.1, 0.5, 100000] } }
            """;

    @TempDir
    Path folder;

    private Path study;
    private Path out;
    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("study.conf"), STUDY);
        out = folder.resolve("runs");
    }

    @Test
    void everyProblemOfAConfigIsToldAtOnceAndNothingIsStarted() {
        int code = glissade(
                "run", study.toString(), "--out", out.toString(), "--set", "traning.epochs=3", "--set", "seed=x");
        assertEquals(ExitCode.BAD_INPUT, code);
        assertTrue(errors.toString().contains("did you mean training.epochs?"), errors.toString());
        assertTrue(errors.toString().contains("--set seed=x: expected a whole number"), errors.toString());
        assertNothingStarted();
    }

    /** 86,000 empty images are more than one process looks at. */
    @Test
    void whatOnlyThisMachineCanReadIsNotAskedOfExecutorsElsewhere() throws IOException {
        int images = 86_000;
        for (String part : List.of("train", "t10k")) {
            header(part + "-images-idx3-ubyte", images * 784L, 0x803, images, 28, 28);
            header(part + "-labels-idx1-ubyte", images, 0x801, images);
        }
        String data = "data.path=" + folder;
        int code = glissade("run", "conf/mnist-softmax.conf", "--set", data, "--master", "spark://far-away:7077");
        assertEquals(ExitCode.BAD_INPUT, code);
        assertEquals(
                folder + " is on this machine's disk and too large to be sent to the executors of"
                        + " spark://far-away:7077; expected a path that they can read, such as hdfs: or s3a:; nothing was"
                        + " started",
                errors.toString().strip());
        assertNothingStarted();
    }

    /** A file of zeros that takes no room on the disk, after some words. */
    private void header(String name, long bytes, int... words) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            for (int word : words) {
                file.writeInt(word);
            }
            file.setLength(4L * words.length + bytes);
        }
    }

    @Test
    void missingDataIsToldAndNothingIsStarted() {
        int code = glissade(
                "run",
                study.toString(),
                "--out",
                out.toString(),
                "--set",
                "data { source = mnist, path = \"" + folder + "/nowhere\" }",
                "--set",
                "data.rows=null",
                "--set",
                "data.test-rows=null",
                "--set",
                "data.noise=null");
        assertEquals(ExitCode.BAD_INPUT, code, errors.toString());
        assertTrue(errors.toString().contains("nowhere"), errors.toString());
        assertNothingStarted();
    }

    @Test
    void missingExperimentIsTold() {
        assertEquals(ExitCode.BAD_INPUT, glissade("run", folder + "/none.conf", "--out", out.toString()));
        assertTrue(errors.toString().contains("none.conf"), errors.toString());
        assertEquals(ExitCode.BAD_INPUT, glissade("run"));
        assertEquals(ExitCode.BAD_INPUT, glissade("ran", study.toString()));
        assertNothingStarted();
    }

    @Test
    void planPrintsAndWritesNothing() {
        assertEquals(ExitCode.DONE, glissade("plan", study.toString()), errors.toString());
        assertTrue(screen.toString().contains("2 fused cohorts"), screen.toString());
        assertNothingStarted();
    }

    @Test
    void keysAreListed() {
        assertEquals(ExitCode.DONE, glissade("keys"));
        assertTrue(screen.toString().contains("training.learning-rate"), screen.toString());
    }

    @Test
    void engineCoresAndShardsOfTheClusterChangeNoByte() throws IOException {
        List<String> all = new ArrayList<>();
        for (String[] way : new String[][] {
            {"local[1]", "in-task"}, {"local[2]", "in-task"}, {"local[2]", "synchronous"}, {"local[3]", "synchronous"}
        }) {
            String id = way[0].replaceAll("\\W", "") + way[1];
            all.add(id);
            int code = glissade(
                    "run",
                    study.toString(),
                    "--out",
                    out.toString(),
                    "--run-id",
                    id,
                    "--master",
                    way[0],
                    "--set",
                    "training.engine=" + way[1],
                    "--set",
                    "training.shards=4");
            assertEquals(ExitCode.DONE, code, errors.toString());
        }
        for (String id : all) {
            for (String name : List.of(
                    "trials.parquet",
                    "curves.parquet",
                    "trials.csv",
                    "curves.csv",
                    "predictions.parquet",
                    "confusion.parquet",
                    "metrics.parquet",
                    "boundary.parquet",
                    "model/parameters.bin",
                    "model/model.json")) {
                Path first = out.resolve("study").resolve(all.get(0)).resolve(name);
                assertEquals(
                        -1,
                        Files.mismatch(first, out.resolve("study").resolve(id).resolve(name)),
                        id + " " + name);
            }
        }
    }

    @Test
    void aFinishedRunIsShownAgainWithoutSpark() throws IOException {
        String[] command = {"run", study.toString(), "--out", out.toString(), "--master", "local[2]"};
        assertEquals(ExitCode.DONE, glissade(command), errors.toString());
        String first = screen.toString();
        Path run = onlyFolder(out.resolve("study"));
        String status = Files.readString(run.resolve("status.json"));
        assertTrue(first.contains(run.toString()), first);
        assertTrue(errors.toString().contains("2 fused cohorts"), errors.toString());

        screen.getBuffer().setLength(0);
        command[5] = "spark://nowhere:1";
        assertEquals(ExitCode.DONE, glissade(command), errors.toString());
        assertEquals(first, screen.toString());
        assertEquals(status, Files.readString(run.resolve("status.json")));
    }

    @Test
    void aRunIdIsNotUsedForTwoExperiments() throws IOException {
        String[] command = {"run", study.toString(), "--out", out.toString(), "--run-id", "x", "--master", "local[1]"};
        assertEquals(ExitCode.DONE, glissade(command), errors.toString());
        String[] other = Arrays.copyOf(command, command.length + 1);
        other[other.length - 1] = "--set=seed=7";
        assertEquals(ExitCode.BAD_INPUT, glissade(other));
        assertTrue(errors.toString().contains("--run-id"), errors.toString());
    }

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private void assertNothingStarted() {
        assertFalse(Files.exists(out));
        assertTrue(SparkContext$.MODULE$.getActive().isEmpty());
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            List<Path> all = children.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }
}
