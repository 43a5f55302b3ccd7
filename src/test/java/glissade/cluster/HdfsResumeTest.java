package glissade.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.HdfsCluster;
import glissade.run.ExitCode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An executor that is a process of its own keeps the states of its cohorts on a real HDFS, where the driver's folder is, too. */
class HdfsResumeTest {
    private static final String ENGINE = "in-task";
    private static final String[] SETTINGS = {
        "training.epochs=300",
        "checkpoint.every-minutes=0",
        "sweep.grid { data.source = [digits], training.learning-rate = [0.1] }",
        "output { details = 0, boundaries = 0, report = false }"
    };

    @TempDir
    private Path folder;

    @Test
    void aKilledRunGoesOnFromStatesThatExecutorsWroteThereToTheSameBytes() throws Exception {
        OnePlan plan = OnePlan.in(folder).with(SETTINGS);
        plan.reference(folder.resolve("expected"));
        Path expected = folder.resolve("expected/" + OnePlan.NAME + "/memory");
        Path jar = ProductJar.write(folder.resolve("glissade.jar"));
        try (HdfsCluster hdfs = new HdfsCluster(folder.resolve("hdfs"))) {
            String[] command = plan.run(ENGINE, hdfs.root() + "/runs");
            String run = "/runs/" + OnePlan.NAME + "/" + ENGINE;
            try (ServerProcess killed = StandaloneCluster.submitWithExecutor(folder, jar, "killed", command)) {
                awaitState(killed, hdfs.files(), run + "/checkpoints");
            }
            try (ServerProcess again = StandaloneCluster.submitWithExecutor(folder, jar, "again", command)) {
                assertEquals(ExitCode.DONE, again.await(), again.out() + again.err());
            }
            for (String name : List.of("trials.parquet", "trials.csv", "curves.parquet", "model/parameters.bin")) {
                assertArrayEquals(
                        Files.readAllBytes(expected.resolve(name)), read(hdfs.files(), run + "/" + name), name);
            }
            assertFalse(
                    names(hdfs.files(), run).stream().anyMatch(name -> name.startsWith(".")), "locks or half files");
            assertFalse(names(hdfs.files(), run).contains("checkpoints"));
        }
    }

    /** No other file there is named after a cohort. */
    private static void awaitState(ServerProcess run, FileSystem files, String place) throws Exception {
        while (names(files, place).stream().noneMatch(name -> name.matches("[^.].*-[ab]"))) {
            assertTrue(run.isAlive(), run.out() + run.err());
            Thread.sleep(20);
        }
    }

    private static List<String> names(FileSystem files, String place) throws IOException {
        try {
            return Arrays.stream(files.listStatus(new org.apache.hadoop.fs.Path(place)))
                    .map(FileStatus::getPath)
                    .map(org.apache.hadoop.fs.Path::getName)
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private static byte[] read(FileSystem files, String name) throws IOException {
        try (InputStream in = files.open(new org.apache.hadoop.fs.Path(name))) {
            return in.readAllBytes();
        }
    }
}
