package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.config.Experiments;
import glissade.store.RowFolder;
import glissade.store.RowFormat;
import glissade.store.RowShape;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Status;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a real HDFS: a name node and a data node in this process. */
class HdfsTest {
    private static final List<String> ROWS = List.of("data.rows=500", "data.test-rows=100", "data.features=7");

    @TempDir
    private static Path disk;

    private static HdfsCluster cluster;
    private static String root;

    @BeforeAll
    static void start() throws IOException {
        cluster = new HdfsCluster(disk);
        root = cluster.root();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void rowsThatWereWrittenThereAreReadFromThere(RowFormat format) throws IOException {
        String folder = root + "/rows";
        SourceRows rows = DataSets.rows(Experiments.data("blobs", ROWS));
        RowFolder target = new RowFolder(new Configuration(), folder);
        RowShape shape = new RowShape(rows.features(), true);
        target.write("train." + format.text(), format, shape, rows::training);
        target.write("test." + format.text(), format, shape, rows::test);
        String generated =
                DataSets.open(Experiments.data("blobs", ROWS)).summary().fingerprint();
        assertEquals(generated, fingerprint(format, folder + "/train." + format.text(), folder));
        assertEquals(generated, fingerprint(format, folder + "/tr*n." + format.text(), folder));
    }

    private static String fingerprint(RowFormat format, String training, String folder) {
        List<String> paths = List.of(
                "data.path=\"" + training + "\"", "data.test-path=\"" + folder + "/test." + format.text() + "\"");
        DataSpec spec = Experiments.data(format.text(), paths);
        assertTrue(DataSets.cheapFingerprint(spec).startsWith(format.text() + " files="));
        return DataSets.open(spec).summary().fingerprint();
    }

    @Test
    void runFoldersLieThereToo() throws IOException {
        RunFolder folder = RunFolder.of(new Configuration(), root + "/runs ä", "study", "7");
        folder.checkWritable();
        assertEquals(Optional.empty(), folder.status());
        Status done = Status.begun().succeeded("abc");
        folder.writeStatus(Status.begun());
        folder.writeStatus(done);
        assertEquals(Optional.of(done), folder.status());
        Table steps = Schemas.steps(true);
        steps.add(List.of("a", 1, 1, 0.1, 2.5, 3.5));
        folder.writeParquet(steps);
        folder.writeCsv(steps);
        assertEquals(2.5, folder.readParquet("steps").real(0, steps.column("loss")));
        folder.openLog().close();
        assertEquals(
                List.of("run.log", "status.json", "steps.csv", "steps.parquet"),
                Arrays.stream(cluster.files().listStatus(new org.apache.hadoop.fs.Path("/runs ä/study/7")))
                        .map(file -> file.getPath().getName())
                        .toList());

        RunFolder below = RunFolder.of(new Configuration(), folder.location() + "/run.log", "study", "7");
        assertEquals(
                folder.location() + "/run.log is a file; expected a folder",
                assertThrows(IOException.class, below::checkWritable).getMessage());
    }

    @Test
    void whatIsNotThereIsTold() {
        DataSpec spec = Experiments.data("csv", List.of("data.path=\"" + root + "/none.csv\""));
        assertEquals(
                "there is no file or folder " + root + "/none.csv (from data.path)",
                assertThrows(BadData.class, () -> DataSets.open(spec)).getMessage());
    }
}
