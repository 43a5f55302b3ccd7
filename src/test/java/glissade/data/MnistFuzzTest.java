package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * IDX files of which one is damaged at random: either all rows arrive, or one sentence says what is wrong. {@code
 * -Dglissade.fuzz=N} tries N cases instead of 200, plain and as gzip.
 */
class MnistFuzzTest {
    private static final int CASES = Integer.getInteger("glissade.fuzz", 200);
    private static final int TRAINING = 24;
    private static final int TEST = 8;
    /** So many bytes at the beginning are hit as often as all others. */
    private static final int HEADER = 16;

    @TempDir
    private Path folder;

    private byte[][] files;
    private int arrived;

    @BeforeEach
    void makeFiles() throws IOException {
        files = new byte[][] {
            MnistFiles.images(TRAINING), MnistFiles.labels(TRAINING), MnistFiles.images(TEST), MnistFiles.labels(TEST)
        };
    }

    private static String name(int file) {
        return new String[] {
                    MnistFiles.TRAINING_IMAGES,
                    MnistFiles.TRAINING_LABELS,
                    MnistFiles.TEST_IMAGES,
                    MnistFiles.TEST_LABELS
                }
                [file];
    }

    private Block[] read() {
        DataSpec spec = new DataSpec("mnist", folder.toString(), null, 42, 0, 255);
        DataSets.open(spec);
        Source source = SourceKind.MNIST.open(spec);
        return new Block[] {
            Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows()),
            Samples.read(source, Part.TEST, 0, source.shape().testRows())
        };
    }

    private Block[] readDamaged(int number, boolean gzip, boolean beforePacking) throws IOException {
        Damage damage = new Damage(number);
        int file = damage.below(files.length);
        byte[] good = gzip && !beforePacking ? MnistFiles.gzip(files[file]) : files[file];
        byte[] bad = damage.of(good, 0, damage.below(2) == 0 ? good.length : HEADER);
        Path path = folder.resolve(gzip ? name(file) + ".gz" : name(file));
        Files.write(path, gzip && beforePacking ? MnistFiles.gzip(bad) : bad);
        Block[] rows = damage.readOrRefuse(folder, this::read);
        Files.write(path, gzip ? MnistFiles.gzip(files[file]) : files[file]);
        if (rows != null) {
            arrived++;
            assertEquals(TRAINING, rows[0].rows(), () -> "case " + number);
            assertEquals(TEST, rows[1].rows(), () -> "case " + number);
        }
        return rows;
    }

    private void writeGood(boolean gzip) throws IOException {
        for (int file = 0; file < files.length; file++) {
            MnistFiles.put(folder, name(file), gzip, files[file]);
        }
    }

    @Test
    void plainImagesArriveOrAreRefused() throws IOException {
        writeGood(false);
        for (int number = 0; number < CASES; number++) {
            readDamaged(number, false, false);
        }
        assertTrue(arrived > CASES / 20 && arrived < CASES * 9 / 10, arrived + " of " + CASES + " arrived");
    }

    @Test
    void damageBeforePackingArrivesOrIsRefused() throws IOException {
        writeGood(true);
        for (int number = 0; number < CASES; number++) {
            readDamaged(number, true, true);
        }
        assertTrue(arrived > CASES / 20 && arrived < CASES * 9 / 10, arrived + " of " + CASES + " arrived");
    }

    /** What gzip lets pass is what was packed, to the bit. */
    @Test
    void damagedGzipIsRefusedOrHarmless() throws IOException {
        writeGood(true);
        Block[] good = read();
        for (int number = 0; number < CASES; number++) {
            Block[] rows = readDamaged(number, true, false);
            if (rows != null) {
                Samples.assertSame(good[0], rows[0]);
                Samples.assertSame(good[1], rows[1]);
            }
        }
        assertTrue(arrived > 0 && arrived < CASES * 9 / 10, arrived + " of " + CASES + " arrived");
    }
}
