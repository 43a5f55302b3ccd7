package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import glissade.store.Damage;
import glissade.store.Inspection;
import glissade.store.RunFolder;
import glissade.store.RunProcess;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run that is done, with everything that a run can leave, and every file of it damaged in every way. */
class DamagedRunTest {
    private static final String STUDY = """
            data { source = circles, rows = 200, test-rows = 50, validation = 0.2 }
            model { type = mlp, hidden = [4] }
            training { epochs = 3 }
            curves.every-steps = 2
            evaluate.layers = true
            sweep { grid { "training.learning-rate" = [0.1, 0.5], "training.batch-size" = [10, all] }, replicates = 2 }
            gate { require = ["validation.accuracy >= 0.01"] }
            output { details = 2, boundaries = 1, tensorboard = true }
            """;

    /** Lives on. */
    private static final Set<String> FREE = Set.of("run.log");

    @TempDir
    private static Path folder;

    private static Path run;
    private static List<String> files;
    private static String[] command;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void trainOnce() throws Exception {
        Path study = Files.writeString(folder.resolve("study.conf"), STUDY);
        command = new String[] {
            "run", study.toString(), "--out=" + folder.resolve("runs"), "--run-id=x", "--master=local[1]"
        };
        StringWriter said = new StringWriter();
        assertEquals(
                ExitCode.DONE,
                Main.execute(new PrintWriter(said, true), new PrintWriter(said, true), command),
                said::toString);
        run = folder.resolve("runs/study/x");
        try (Stream<Path> all = Files.walk(run)) {
            files = all.filter(Files::isRegularFile)
                    .map(file -> run.relativize(file).toString())
                    .filter(file -> !FREE.contains(file))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 25, files.toString());
        copy(folder.resolve("runs"), folder.resolve("whole"));
    }

    private int glissade(String... arguments) {
        screen.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private static RunFolder run() throws IOException {
        return RunFolder.at(new Configuration(), run.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        FileUtils.deleteDirectory(to.toFile());
        FileUtils.copyDirectory(from.toFile(), to.toFile());
    }

    /** Whatever a test does, the next one finds the run as it was. */
    @BeforeEach
    void putBack() throws IOException {
        copy(folder.resolve("whole"), folder.resolve("runs"));
    }

    @Test
    void everyFileButTheLogIsListedOrBringsItsOwnSum() throws Exception {
        Set<String> listed = new TreeSet<>(Set.of("SHA256SUMS", "status.json"));
        for (String line : Files.readAllLines(run.resolve("SHA256SUMS"))) {
            if (!line.startsWith("#")) {
                listed.add(line.substring(66));
            }
        }
        assertEquals(new TreeSet<>(files), listed);
    }

    /** In each way, of each file: it is named, and then it is as it was, or its run is refused. */
    @Test
    void everyDamageOfEveryFileIsFoundAndMendedOrRefused() throws Exception {
        Set<String> mendable = new TreeSet<>();
        for (String file : files) {
            for (Damage damage : Damage.all()) {
                byte[] before = damage.to(run.resolve(file));
                Inspection found = run().inspect(false);
                String told = Stream.concat(found.lost().stream(), found.drawn().stream())
                        .map(Exception::getMessage)
                        .toList()
                        .toString();
                assertTrue(told.contains("[" + run.resolve(file) + " is "), file + " " + damage + ": " + told);
                Inspection mended = run().inspect(true);
                if (mended.mended().isEmpty()) {
                    assertFalse(mended.isSound(), file + " " + damage);
                } else {
                    assertArrayEquals(before, Files.readAllBytes(run.resolve(file)), file + " " + damage);
                    mendable.add(file);
                }
                Files.write(run.resolve(file), before);
            }
        }
        assertEquals(
                Set.of(
                        "SHA256SUMS",
                        "configurations.csv",
                        "configurations.parquet",
                        "curves.csv",
                        "curves.parquet",
                        "steps.csv",
                        "steps.parquet",
                        "trials.csv",
                        "trials.parquet"),
                mendable);
    }

    /** The same command, of each file once: mended or drawn again to the same bytes, or refused with the command that helps. */
    @Test
    void theSameCommandMendsOrSaysWhatHelps() throws Exception {
        String again = "  " + run().status().map(Status::command).orElseThrow() + " --fresh\n";
        int ways = 0;
        for (String file : files) {
            Damage damage = Damage.all().get(ways++ % Damage.all().size());
            byte[] before = damage.to(run.resolve(file));
            int code = glissade(command);
            String said = errors.toString();
            assertTrue(said.contains(run.resolve(file) + " is "), file + " " + damage + ": " + said);
            if (code == ExitCode.DONE) {
                assertTrue(screen.toString().contains("digest"), screen::toString);
                assertArrayEquals(before, Files.readAllBytes(run.resolve(file)), file + " " + damage);
            } else {
                assertEquals(ExitCode.BAD_INPUT, code, said);
                assertTrue(said.endsWith(file.equals("status.json") ? " --fresh\n" : again), said);
                assertFalse(file.endsWith(".csv") || file.startsWith("report/"), file);
                Files.write(run.resolve(file), before);
            }
        }
    }

    @Test
    void whoReadsADamagedRunIsTold() throws Exception {
        Path data = folder.resolve("data");
        assertEquals(ExitCode.DONE, glissade("data", "circles", "--rows", "20", "--out", data.toString()));
        for (String[] each : new String[][] {
            {"manifest.json", "report", run.toString()},
            {"timings.parquet", "report", run.toString()},
            {"metrics.parquet", "compare", run.toString(), run.toString()},
            {"model/model.json", "predict", run.toString(), "--data=" + data, "--out=" + folder.resolve("p")},
            {"model/parameters.bin", "predict", run + "/model", "--data=" + data, "--out=" + folder.resolve("p")},
            {"SHA256SUMS", "compare", run.toString(), run.toString()},
            {"status.json", "status", run.toString()},
            {"predictions.parquet", "status", run.toString()},
        }) {
            Path file = run.resolve(each[0]);
            byte[] before = Damage.all().get(2).to(file);
            assertEquals(ExitCode.BAD_INPUT, glissade(Stream.of(each).skip(1).toArray(String[]::new)), each[0]);
            assertTrue((screen + "" + errors).contains(file + " is damaged ("), screen + "" + errors);
            assertFalse(errors.toString().contains("\tat "), errors::toString);
            Files.write(file, before);
        }
    }

    @Test
    void aCopyInAnotherFormatIsReadInstead() throws Exception {
        byte[] before = Damage.all().get(5).to(run.resolve("trials.parquet"));
        assertEquals(ExitCode.DONE, glissade("compare", run.toString(), run.toString()), errors::toString);
        assertTrue(errors.toString().contains("trials.csv, which is whole, was read instead"), errors::toString);
        assertEquals(ExitCode.DONE, glissade("report", run.toString()), errors::toString);
        assertArrayEquals(before, Files.readAllBytes(run.resolve("trials.parquet")));
    }

    @Test
    void aRunWithoutASoundStatusIsToldOfAndPassedOver() throws Exception {
        Path status = run.resolve("status.json");
        for (Damage damage : Damage.all()) {
            byte[] before = damage.to(status);
            for (String list : List.of("runs", "latest")) {
                assertEquals(ExitCode.BAD_INPUT, glissade(list, "--out=" + folder.resolve("runs")), errors::toString);
                assertTrue(errors.toString().contains(status + " is "), damage + ": " + errors);
            }
            Files.write(status, before);
        }
    }

    /** A page that a killed process did not come to is drawn by the same command. */
    @Test
    void whatWasNotDrawnIsDrawnByTheSameCommand() throws Exception {
        Path list = run.resolve("SHA256SUMS");
        byte[] page = Files.readAllBytes(run.resolve("report/index.html"));
        byte[] before = Files.readAllBytes(list);
        RunFolder left = run();
        left.writeBytes("report/index.html", new byte[1]);
        Files.delete(run.resolve("report/index.html"));
        Files.write(run.resolve("report/.tmp-index.html"), page);
        assertEquals(ExitCode.DONE, glissade(command), errors::toString);
        assertArrayEquals(page, Files.readAllBytes(run.resolve("report/index.html")));
        assertArrayEquals(before, Files.readAllBytes(list));
        assertFalse(Files.exists(run.resolve("report/.tmp-index.html")));

        // And a process that was killed between its last file and the end.
        Files.writeString(run.resolve(".lock-3"), "{ \"host\" : \"" + host() + "\", \"pid\" : 999999999 }");
        Files.createDirectories(run.resolve("checkpoints"));
        assertTrue(run().isUntidy());
        assertEquals(ExitCode.DONE, glissade(command), errors::toString);
        assertFalse(run().isUntidy());
    }

    private static String host() {
        return RunProcess.here().host();
    }

    /** What was damaged stays beside what is trained anew. */
    @Test
    void freshTrainsADamagedRunAgainToTheSameBits() throws Exception {
        String digest = run().status().map(Status::digest).orElseThrow();
        for (String file : List.of("status.json", "manifest.json", "SHA256SUMS")) {
            Files.delete(run.resolve(file));
            String[] fresh =
                    Stream.concat(Stream.of(command), Stream.of("--fresh")).toArray(String[]::new);
            assertEquals(ExitCode.DONE, glissade(fresh), errors::toString);
            assertTrue(errors.toString().contains("the run that was there is now " + run + ".old-"), errors::toString);
            assertEquals(digest, run().status().map(Status::digest).orElseThrow());
        }
    }
}
