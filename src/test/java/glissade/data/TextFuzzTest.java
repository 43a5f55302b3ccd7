package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import glissade.data.Source.Part;
import glissade.data.TableSpec.Missing;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Text with random damage: either all of its rows arrive, or one sentence says what is wrong. {@code -Dglissade.fuzz=N} tries
 * N cases instead of 1,000 for each reader.
 */
class TextFuzzTest {
    private static final int CASES = Integer.getInteger("glissade.fuzz", 1_000);
    private static final String CSV = """
            name,a,"b ""x""\",c,y
            n1,1,-2.5e3,red,yes
            "n,2", .5 ,+3,blue,no
            n3,NA,0,"red",yes

            n4,7,1e-5,green,no
            """;
    private static final String LIBSVM = """
            +1 1:0.5 3:-2e1 # first
            -1 2:1

            +1 1:1 2:2 3:3
            """;
    private static final String PIECES =
            "\n|\r\n|,|\"|\"\"| |\t|0|-|e|.|:|#|NaN|inf|null|1e99|\0|é|\ufeff|;|7:7|0:1|999999999999";

    @TempDir
    private Path folder;

    private long seed;
    private int draws;
    private int arrived;

    private int below(int bound) {
        return (int) Randomness.below(bound, seed, Purpose.DATA, 0, draws++);
    }

    /** Up to four times something is overwritten, cut out, put in, doubled or cut off. */
    private byte[] damaged(String text) {
        byte[] bytes = Utf8.bytes(text);
        for (int i = below(5); i > 0; i--) {
            int from = below(bytes.length + 1);
            int to = Math.min(bytes.length, from + below(6));
            String[] pieces = PIECES.split("\\|");
            byte[] piece =
                    switch (below(5)) {
                        case 0 -> new byte[0];
                        case 1 -> new byte[] {(byte) below(256)};
                        case 2 -> Utf8.bytes(pieces[below(pieces.length)]);
                        case 3 -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + below(40)));
                        default -> null;
                    };
            bytes = piece == null ? Arrays.copyOf(bytes, from) : spliced(bytes, from, to, piece);
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] all = new byte[from + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(piece, 0, all, from, piece.length);
        System.arraycopy(bytes, to, all, from + piece.length, bytes.length - to);
        return all;
    }

    /** Lines with anything in them that counts. */
    private static long lines(byte[] text, boolean comments) {
        String all = Utf8.text(text, 0, text.length);
        return Arrays.stream((all.startsWith("\ufeff") ? all.substring(1) : all).split("\n"))
                .map(line -> comments ? line.replaceFirst("#.*", "") : line)
                .filter(line -> !line.matches("[ \t\r]*"))
                .count();
    }

    private void openOrRefuse(Tables tables, long rows, byte[] text) {
        try {
            Source source = tables.open();
            assertEquals(rows, source.shape().trainingRows(), () -> Utf8.text(text, 0, text.length));
            Block all = Samples.read(source, Part.TRAINING, 0, rows);
            assertEquals(rows, all.rows());
            DataSets.open(tables.spec());
            arrived++;
        } catch (BadData e) {
            assertTrue(e.getMessage().lines().count() == 1 && e.getMessage().length() < 500, e.getMessage());
        } catch (RuntimeException e) {
            fail(seed + ": " + Utf8.text(text, 0, text.length), e);
        }
    }

    private void assertBothHappened() {
        assertTrue(arrived > CASES / 10 && arrived < CASES * 9 / 10, arrived + " of " + CASES + " arrived");
    }

    @Test
    void csvArrivesOrIsRefused() throws IOException {
        for (seed = 0; seed < CASES; seed++) {
            draws = 0;
            byte[] text = damaged(CSV);
            Path path = Files.write(folder.resolve("x.csv"), text);
            openOrRefuse(Tables.csv(path).id("name").missing(Missing.MEAN), lines(text, false) - 1, text);
        }
        assertBothHappened();
    }

    @Test
    void libsvmArrivesOrIsRefused() throws IOException {
        for (seed = 0; seed < CASES; seed++) {
            draws = 0;
            byte[] text = damaged(LIBSVM);
            Path path = Files.write(folder.resolve("x.svm"), text);
            openOrRefuse(Tables.libsvm(path), lines(text, true), text);
        }
        assertBothHappened();
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] good = MnistFiles.gzip(Utf8.bytes(CSV));
        Path path = folder.resolve("x.csv.gz");
        for (seed = 0; seed < Math.min(CASES, 10_000); seed++) {
            draws = 0;
            byte[] bad = good.clone();
            bad[10 + below(good.length - 10)] ^= (byte) (1 + below(255));
            Files.write(path, bad);
            openOrRefuse(Tables.csv(path).missing(Missing.MEAN), 4, bad);
        }
    }
}
