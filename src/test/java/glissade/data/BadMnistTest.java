package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which IDX files can be wrong is told in one sentence. */
class BadMnistTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        MnistFiles.write(folder, false);
    }

    private DataSpec spec() {
        return new DataSpec("mnist", folder.toString(), null, 42, 0, 255);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void replaceByGzip(String name, byte[] content) throws IOException {
        Files.delete(file(name));
        Files.write(file(name + ".gz"), content);
    }

    private void refused(String message) {
        assertEquals(
                message.replace("@", folder + "/"),
                assertThrows(BadData.class, () -> DataSets.open(spec())).getMessage());
    }

    @Test
    void missingFile() throws IOException {
        Files.delete(file(MnistFiles.TEST_LABELS));
        refused("there is neither t10k-labels-idx1-ubyte nor t10k-labels-idx1-ubyte.gz in " + folder);
    }

    @Test
    void emptyFile() throws IOException {
        Files.write(file(MnistFiles.TRAINING_IMAGES), new byte[0]);
        refused("@train-images-idx3-ubyte ends within its header of 16 bytes");
    }

    @Test
    void emptyGzipFile() throws IOException {
        replaceByGzip(MnistFiles.TRAINING_LABELS, new byte[0]);
        refused("@train-labels-idx1-ubyte.gz ends within its header of 8 bytes");
    }

    @Test
    void wrongMagic() throws IOException {
        Files.copy(file(MnistFiles.TEST_LABELS), file("x"));
        Files.write(file(MnistFiles.TEST_IMAGES), Files.readAllBytes(file("x")));
        refused("@t10k-images-idx3-ubyte does not hold IDX images: it begins with 0x00000801, expected 0x00000803");
    }

    @Test
    void gzipWithoutItsName() throws IOException {
        Files.write(file(MnistFiles.TRAINING_LABELS), MnistFiles.gzip(MnistFiles.labels(MnistFiles.TRAINING)));
        refused("@train-labels-idx1-ubyte does not hold IDX labels: it begins with 0x1f8b0800, expected 0x00000801"
                + " (gzip? then name it .gz)");
    }

    @Test
    void notGzip() throws IOException {
        replaceByGzip(MnistFiles.TRAINING_IMAGES, MnistFiles.images(MnistFiles.TRAINING));
        refused("@train-images-idx3-ubyte.gz is not a sound gzip file: Not in GZIP format");
    }

    @Test
    void truncated() throws IOException {
        byte[] images = MnistFiles.images(MnistFiles.TRAINING);
        Files.write(file(MnistFiles.TRAINING_IMAGES), Arrays.copyOf(images, images.length - 1));
        refused("@train-images-idx3-ubyte has 15015 bytes, expected 15016 for 2500 items of 6");
    }

    @Test
    void tooLong() throws IOException {
        byte[] images = MnistFiles.images(MnistFiles.TRAINING);
        Files.write(file(MnistFiles.TRAINING_IMAGES), Arrays.copyOf(images, images.length + 1));
        refused("@train-images-idx3-ubyte has 15017 bytes, expected 15016 for 2500 items of 6");
    }

    @Test
    void gzipOfTruncated() throws IOException {
        byte[] images = MnistFiles.images(MnistFiles.TRAINING);
        replaceByGzip(MnistFiles.TRAINING_IMAGES, MnistFiles.gzip(Arrays.copyOf(images, images.length - 1)));
        refused("@train-images-idx3-ubyte.gz is cut short: its header announces 2500 items of 6 bytes");
    }

    @Test
    void gzipOfTooLong() throws IOException {
        byte[] images = MnistFiles.images(MnistFiles.TRAINING);
        replaceByGzip(MnistFiles.TRAINING_IMAGES, MnistFiles.gzip(Arrays.copyOf(images, images.length + 1)));
        refused("@train-images-idx3-ubyte.gz goes on after its 2500 items of 6 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 100})
    void truncatedGzip(int missing) throws IOException {
        byte[] whole = MnistFiles.gzip(MnistFiles.images(MnistFiles.TRAINING));
        replaceByGzip(MnistFiles.TRAINING_IMAGES, Arrays.copyOf(whole, whole.length - missing));
        refused("@train-images-idx3-ubyte.gz is cut short: its header announces 2500 items of 6 bytes");
    }

    @Test
    void corruptGzip() throws IOException {
        byte[] whole = MnistFiles.gzip(MnistFiles.images(MnistFiles.TRAINING));
        whole[whole.length - 8] ^= 1;
        replaceByGzip(MnistFiles.TRAINING_IMAGES, whole);
        refused("@train-images-idx3-ubyte.gz is not a sound gzip file: Corrupt GZIP trailer");
    }

    @Test
    void labelsAndImagesDoNotMatch() throws IOException {
        Files.write(file(MnistFiles.TEST_LABELS), MnistFiles.labels(MnistFiles.TEST + 1));
        refused("@t10k-labels-idx1-ubyte has 41 labels, expected 40 as there are images in @t10k-images-idx3-ubyte");
    }

    @Test
    void imagesOfTwoSizes() throws IOException {
        var images = MnistFiles.header(0x803, MnistFiles.TEST, 1, 1);
        images.write(new byte[MnistFiles.TEST]);
        Files.write(file(MnistFiles.TEST_IMAGES), images.toByteArray());
        refused("@t10k-images-idx3-ubyte has images of 1 pixels, expected 6 as in @train-images-idx3-ubyte");
    }

    @Test
    void labelOutOfRange() throws IOException {
        byte[] labels = MnistFiles.labels(MnistFiles.TEST);
        labels[8 + 7] = (byte) 200;
        Files.write(file(MnistFiles.TEST_LABELS), labels);
        refused(
                "@t10k-labels-idx1-ubyte has the label 200 at position 7 (counted from 0), but training labels go from 0"
                        + " to 3");
    }

    @Test
    void oneClassOnly() throws IOException {
        var labels = MnistFiles.header(0x801, MnistFiles.TRAINING);
        labels.write(new byte[MnistFiles.TRAINING]);
        Files.write(file(MnistFiles.TRAINING_LABELS), labels.toByteArray());
        Files.write(
                file(MnistFiles.TEST_LABELS),
                Arrays.copyOf(MnistFiles.header(0x801, 40).toByteArray(), 48));
        refused("all 2500 training rows are of one class; at least two are needed");
    }

    @Test
    void noRows() throws IOException {
        Files.write(file(MnistFiles.TRAINING_IMAGES), MnistFiles.images(0));
        Files.write(file(MnistFiles.TRAINING_LABELS), MnistFiles.labels(0));
        refused("there are no rows to train on");
    }

    @Test
    void sizesBeyondReason() throws IOException {
        Files.write(
                file(MnistFiles.TRAINING_IMAGES),
                MnistFiles.header(0x803, 1, 1 << 20, 1 << 20).toByteArray());
        refused("@train-images-idx3-ubyte says that an image has 1099511627776 pixels, expected 1 to 1073741823");
        Files.write(
                file(MnistFiles.TRAINING_IMAGES),
                MnistFiles.header(0x803, -1, 28, 28).toByteArray());
        refused("@train-images-idx3-ubyte has the size 4294967295 in its header, expected at most 2147483647");
        Files.write(
                file(MnistFiles.TRAINING_IMAGES),
                MnistFiles.header(0x803, 2_500, 0, 28).toByteArray());
        refused("@train-images-idx3-ubyte says that an image has 0 pixels, expected 1 to 1073741823");
    }

    @Test
    void noCutOrFlippedByteEscapesAsAnythingButBadData() throws IOException {
        for (String name : new String[] {MnistFiles.TRAINING_IMAGES, MnistFiles.TEST_LABELS}) {
            byte[] good = Files.readAllBytes(file(name));
            for (int at = 0; at < 20; at++) {
                byte[] bad = good.clone();
                bad[at] ^= (byte) 0x81;
                Files.write(file(name), bad);
                openOrRefuse();
                Files.write(file(name), Arrays.copyOf(good, at));
                assertTrue(openOrRefuse(), "cut to " + at + " bytes");
            }
            Files.write(file(name), good);
        }
    }

    private boolean openOrRefuse() {
        try {
            DataSets.open(spec());
            return false;
        } catch (BadData e) {
            return e.getMessage().contains(folder.toString());
        }
    }
}
