package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.HdfsCluster;
import glissade.run.ExitCode;
import glissade.store.HistoryWriter;
import glissade.store.Racer;
import glissade.store.RunFolder;
import glissade.store.RunProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs whose folder lies on a real HDFS: a name node and a data node in this process. */
class HdfsRunTest {
    private static final int RACES = 12;

    @TempDir
    private static Path disk;

    private static HdfsCluster cluster;
    private static String out;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        cluster = new HdfsCluster(disk);
        out = cluster.root() + "/runs ä";
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private int run(String folder) {
        return glissade(
                "run",
                "conf/own-csv.conf",
                "--set=training.epochs=3",
                "--master=local[2]",
                "--run-id=x",
                "--out=" + folder);
    }

    @Test
    void aRunThereIsWholeAndEqualToOneHere() throws IOException {
        assertEquals(ExitCode.DONE, run(out), errors::toString);
        assertEquals(ExitCode.DONE, run(disk.resolve("here").toString()), errors::toString);
        for (String name : List.of("trials.parquet", "trials.csv", "curves.parquet", "model/parameters.bin")) {
            assertArrayEquals(Files.readAllBytes(disk.resolve("here/own-csv/x").resolve(name)), there(name), name);
        }

        assertEquals(ExitCode.DONE, run(out), errors::toString);
        assertTrue(errors.toString().contains("this has been trained before"), errors::toString);

        assertEquals(
                ExitCode.DONE,
                glissade(
                        "predict",
                        out + "/own-csv/x",
                        "--data=data/own.csv",
                        "--out=" + cluster.root() + "/scored",
                        "--master=local[2]"),
                errors::toString);
        assertTrue(cluster.files().exists(new org.apache.hadoop.fs.Path("/scored/predictions.csv")));
    }

    private static byte[] there(String name) throws IOException {
        try (InputStream in = cluster.files().open(new org.apache.hadoop.fs.Path("/runs ä/own-csv/x/" + name))) {
            return in.readAllBytes();
        }
    }

    /** Where nobody holds it, where its owner is gone, and where its owner on another machine is silent. */
    @Test
    void ofTwoProcessesExactlyOneWinsEachRaceForALockThere() throws Exception {
        try (Racer one = Racer.start();
                Racer other = Racer.start()) {
            assertEquals(List.of("ready", "ready"), List.of(one.hear(), other.hear()));
            for (int race = 0; race < RACES; race++) {
                String place = cluster.root() + "/races/" + race;
                if (race % 3 > 0) {
                    leaveLock(place, race % 3 == 1 ? Racer.dead() : new RunProcess("elsewhere", 1, null, null));
                }
                Racer.race(one, other, place);
                assertEquals(List.of(race % 3 == 0 ? ".lock-1" : ".lock-2"), names(place));
            }
        }
    }

    private static void leaveLock(String place, RunProcess owner) throws IOException {
        RunFolder.at(new Configuration(), place).writeJson(".lock-1", owner);
        long old = System.currentTimeMillis() - 1_000_000;
        cluster.files().setTimes(new org.apache.hadoop.fs.Path(place, ".lock-1"), old, -1);
    }

    private static List<String> names(String place) throws IOException {
        return Arrays.stream(cluster.files().listStatus(new org.apache.hadoop.fs.Path(place)))
                .map(file -> file.getPath().getName())
                .sorted()
                .toList();
    }

    @Test
    void twoProcessesThatWriteOneHistoryThereLoseNoRow() throws Exception {
        HistoryWriter.race(cluster.root() + "/histories", Files.createDirectory(disk.resolve("meeting")));
        assertEquals(List.of(".history", "history.parquet"), names(cluster.root() + "/histories/plums"));
    }

    @Test
    void anOutputBelowAFileIsRefusedBeforeAnythingStarts() throws IOException {
        cluster.files().create(new org.apache.hadoop.fs.Path("/a-file")).close();
        assertEquals(ExitCode.BAD_INPUT, run(cluster.root() + "/a-file"));
        assertTrue(errors.toString().contains("/a-file is a file; expected a folder"), errors::toString);
    }
}
