package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        MnistFiles.write(folder, false);
    }

    private DataSpec spec(double validation) {
        return spec(folder.toString(), validation);
    }

    private static DataSpec spec(String path, double validation) {
        return new DataSpec("mnist", path, null, 42, validation, 255);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void replaceByGzip(String name, byte[] content) throws IOException {
        Files.delete(file(name));
        Files.write(file(name + ".gz"), content);
    }

    @Test
    void pixelsAndLabelsArriveAsWritten() {
        DataSummary summary = DataSets.open(spec(0)).summary();
        assertEquals(MnistFiles.TRAINING, summary.trainingRows());
        assertEquals(MnistFiles.TEST, summary.testRows());
        assertEquals(MnistFiles.CLASSES, summary.classes());
        Block rows = DataSets.open(spec(0)).sharded(1).load(0).rows(Split.TRAIN);
        for (int row = 0; row < rows.rows(); row++) {
            assertEquals(row % MnistFiles.CLASSES, rows.targets()[row]);
            for (int i = 0; i < MnistFiles.PIXELS; i++) {
                float expected = (float) (MnistFiles.pixel(row, i) / 255.0);
                assertEquals(expected, rows.values()[row * MnistFiles.PIXELS + i]);
            }
        }
    }

    @Test
    void gzipIsTheSameAsPlain(@TempDir Path other) throws IOException {
        MnistFiles.write(other, true);
        assertEquals(
                DataSets.open(spec(0.2)).summary(),
                DataSets.open(spec(other.toString(), 0.2)).summary());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void shardsOfGzipFilesReadAnewJoinToTheWhole(int shards) throws IOException {
        replaceByGzip(MnistFiles.TRAINING_IMAGES, MnistFiles.gzip(MnistFiles.images(MnistFiles.TRAINING)));
        ScannedData scanned = DataSets.open(spec(0.2));
        Shard whole = scanned.sharded(1).load(0);
        RecentRows.forget();
        var parts = Samples.loadAll(scanned.sharded(shards));
        for (Split split : Split.values()) {
            Samples.assertSame(
                    whole.rows(split),
                    Samples.join(parts.stream().map(part -> part.rows(split)).toList()));
        }
    }

    @Test
    void rowsAreTheSameOneByOne() {
        Source source = Mnist.open(spec(0));
        Block[] rows = new Block[MnistFiles.TEST];
        for (int row = rows.length - 1; row >= 0; row--) {
            rows[row] = Samples.read(source, Part.TEST, row, row + 1);
        }
        Samples.assertSame(Samples.read(source, Part.TEST, 0, rows.length), Samples.join(Arrays.asList(rows)));
    }

    @Test
    void theCheapFingerprintFollowsLengthAndTime() throws IOException {
        String before = DataSets.cheapFingerprint(spec(0));
        assertEquals(before, DataSets.cheapFingerprint(spec(0)));
        Files.setLastModifiedTime(file(MnistFiles.TEST_LABELS), FileTime.fromMillis(1_000_000_000_000L));
        assertNotEquals(before, DataSets.cheapFingerprint(spec(0)));
    }

    @Test
    void theFolderComesFromThePathElseFromTheEnvironment() {
        Map<String, String> environment = Map.of("GLISSADE_MNIST", folder.toString());
        assertEquals(folder.toString(), Mnist.folder(spec(null, 0), environment));
        assertEquals(
                folder.getParent().toString(),
                Mnist.folder(spec(folder.getParent().toString(), 0), environment));
        assertEquals(
                "there is no folder /no/such (from data.path) to read MNIST from;"
                        + " `submit/glissade data mnist` fetches it to data/mnist",
                assertThrows(BadData.class, () -> Mnist.folder(spec("/no/such", 0), environment))
                        .getMessage());
    }

    @Test
    void whereNothingNamesTheFolderTheUsualOneWillDo() {
        Map<String, String> blank = Map.of("GLISSADE_MNIST", " ");
        assertEquals(folder.toString(), Mnist.folder(spec(null, 0), blank, folder.toString()));
        assertEquals(
                "where is MNIST? `submit/glissade data mnist` fetches it to data/mnist; or set data.path, or the"
                        + " environment variable GLISSADE_MNIST, to the folder of its four files",
                assertThrows(BadData.class, () -> Mnist.folder(spec(null, 0), Map.of(), folder + "/none"))
                        .getMessage());
    }
}
