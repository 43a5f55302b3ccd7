package glissade.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Four small IDX files of 2 x 3 images: pixel i of training image r is (r + i) mod 256 where r + i is even, else 0. */
final class MnistFiles {
    static final String TRAINING_IMAGES = "train-images-idx3-ubyte";
    static final String TRAINING_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    static final int PIXELS = 6;
    static final int TRAINING = 2_500;
    static final int TEST = 40;
    static final int CLASSES = 4;

    private MnistFiles() {}

    static int pixel(int row, int pixel) {
        return (row + pixel) % 2 == 0 ? (row + pixel) % 256 : 0;
    }

    static void write(Path folder, boolean gzip) throws IOException {
        put(folder, TRAINING_IMAGES, gzip, images(TRAINING));
        put(folder, TRAINING_LABELS, gzip, labels(TRAINING));
        put(folder, TEST_IMAGES, gzip, images(TEST));
        put(folder, TEST_LABELS, gzip, labels(TEST));
    }

    static byte[] images(int count) throws IOException {
        ByteArrayOutputStream bytes = header(0x803, count, 2, 3);
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < PIXELS; i++) {
                bytes.write(pixel(row, i));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] labels(int count) throws IOException {
        ByteArrayOutputStream bytes = header(0x801, count);
        for (int row = 0; row < count; row++) {
            bytes.write(row % CLASSES);
        }
        return bytes.toByteArray();
    }

    static ByteArrayOutputStream header(int... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (int word : words) {
            out.writeInt(word);
        }
        return bytes;
    }

    static void put(Path folder, String name, boolean gzip, byte[] content) throws IOException {
        Files.write(folder.resolve(gzip ? name + ".gz" : name), gzip ? gzip(content) : content);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
