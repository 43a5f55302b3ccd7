package glissade.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.HdfsCluster;
import glissade.run.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs whose folder lies on a real HDFS: a name node and a data node in this process. */
class HdfsRunTest {
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

    @Test
    void anOutputBelowAFileIsRefusedBeforeAnythingStarts() throws IOException {
        cluster.files().create(new org.apache.hadoop.fs.Path("/a-file")).close();
        assertEquals(ExitCode.BAD_INPUT, run(cluster.root() + "/a-file"));
        assertTrue(errors.toString().contains("/a-file is a file; expected a folder"), errors::toString);
    }
}
