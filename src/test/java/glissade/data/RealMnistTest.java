package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real MNIST; expected numbers were computed from the files by NumPy. */
class RealMnistTest {
    private static final DataSpec SPEC = new DataSpec("mnist", null, null, 42, 0, 255);

    @BeforeAll
    static void mnistIsHere() {
        boolean here = System.getenv(Mnist.FOLDER_VARIABLE) != null;
        String message = "GLISSADE_MNIST is not set: the real MNIST is not tested here";
        if (!here) {
            System.out.println(message);
        }
        Assumptions.assumeTrue(here, message);
    }

    @Test
    void theTrainingImagesAreTheOriginalBytes() throws IOException {
        DataFile images = DataFile.find(System.getenv(Mnist.FOLDER_VARIABLE), "train-images-idx3-ubyte");
        MessageDigest digest = Sha256.begun();
        try (InputStream in = images.open()) {
            digest.update(in.readAllBytes());
        }
        assertEquals(
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    void shapeAndLayoutAreMnists() {
        DataSummary summary = DataSets.open(SPEC).summary();
        assertEquals(60_000, summary.trainingRows());
        assertEquals(10_000, summary.testRows());
        assertEquals(784, summary.features());
        assertEquals(10, summary.classes());
        assertTrue(summary.sparse());
        assertEquals(8_994_156, summary.storedValues());
    }

    @Test
    void pixelsAndLabelsAddUp() {
        Source source = Mnist.open(SPEC);
        assertPart(source, Part.TRAINING, 1_567_298_545L, 5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertPart(source, Part.TEST, 264_923_200L, 980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    }

    private static void assertPart(Source source, Part part, long pixelSum, Integer... labels) {
        long[] sum = new long[1];
        Integer[] counts = new Integer[10];
        Arrays.fill(counts, 0);
        source.read(part, 0, source.shape().rows(part), block -> {
            for (float value : block.values()) {
                sum[0] += (long) value;
            }
            for (float target : block.targets()) {
                counts[(int) target]++;
            }
        });
        assertEquals(pixelSum, sum[0]);
        assertEquals(Arrays.asList(labels), Arrays.asList(counts));
    }

    @Test
    void contentIsPinned() {
        assertEquals(
                "b0983cfb8aab3dc6a5f02075a23af87f3174b198f3bbfc44e916cba6f027a231",
                DataSets.open(SPEC).summary().fingerprint());
    }
}
