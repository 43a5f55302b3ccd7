package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment on a real HDFS, under a URI of the disk, and among files that were sent along. */
class ExperimentFilesTest {
    private static final String STUDY = """
            include "model.conf"
            data { source = circles }
            sweep.points = "points.csv"
            """;
    private static final String MODEL = "model { type = mlp, hidden = [3] }\ntraining.epochs = 2\n";
    private static final String POINTS = "training.learning-rate,training.batch-size\n0.1,20\n0.5,all\n";

    @TempDir
    private static Path disk;

    private static MiniDFSCluster cluster;
    private static String root;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void start() throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.set("dfs.namenode.edits.dir", disk + "/edits");
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk + "/cluster");
        cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
        root = cluster.getURI() + "/conf";
        put("study.conf", STUDY);
        put("model.conf", MODEL);
        put("points.csv", POINTS);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static void put(String name, String text) throws IOException {
        Files.writeString(disk.resolve(name), text);
        try (FSDataOutputStream out = cluster.getFileSystem().create(new org.apache.hadoop.fs.Path("/conf/" + name))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private String digest(String experiment, String out) {
        screen.getBuffer().setLength(0);
        assertEquals(
                ExitCode.DONE, glissade("run", experiment, "--master=local[2]", "--out=" + out), errors.toString());
        return screen.toString()
                .lines()
                .filter(line -> line.strip().startsWith("digest "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anExperimentOnHdfsTrainsWithWhatLiesBesideIt() {
        String local = digest(
                disk.resolve("study.conf").toString(), disk.resolve("here").toString());
        assertEquals(local, digest(root + "/study.conf", cluster.getURI() + "/runs"));
        assertEquals(
                local,
                digest(
                        disk.resolve("study.conf").toUri().toString(),
                        disk.resolve("uri").toString()));
    }

    @Test
    void whatCannotBeReadThereIsTold() {
        List<String> told = new ArrayList<>();
        for (String path : List.of(root + "/none.conf", root, "nowhere:/study.conf", "hdfs:")) {
            errors.getBuffer().setLength(0);
            assertEquals(ExitCode.BAD_INPUT, glissade("plan", path));
            told.add(errors.toString()
                    .lines()
                    .toList()
                    .get(path.equals("hdfs:") ? 0 : 1)
                    .strip());
        }
        assertEquals(root + "/none.conf: cannot be read: there is no such file", told.get(0));
        assertEquals(root + ": cannot be read: it is a directory, expected a file", told.get(1));
        assertEquals("nowhere:/study.conf: cannot be read: No FileSystem for scheme \"nowhere\"", told.get(2));
        assertTrue(told.get(3).startsWith("hdfs: is no path of a file ("), told.get(3));
    }

    /** As spark-submit tells the driver; the working directory knows nothing of them. */
    @Test
    void filesThatWereSentAlongAreFoundByTheirNames() {
        System.setProperty(
                "spark.files",
                disk.resolve("study.conf").toUri() + "," + root + "/model.conf," + root + "/points.csv#other.csv");
        try {
            assertEquals(ExitCode.BAD_INPUT, glissade("plan", "unsent.conf"));
            assertEquals(ExitCode.DONE, glissade("plan", "study.conf"), errors.toString());
            assertTrue(screen.toString().contains("2 trials"), screen.toString());
        } finally {
            System.clearProperty("spark.files");
        }
    }
}
