package glissade.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file that shows whether it is what was written: four bytes that name the format, its version, the content, and the CRC-32C
 * of all that as a big-endian int32. Nothing of the content is looked at before the sum is right.
 */
final class CheckedFile {
    private static final int FORMAT = 0x474c434b;
    private static final int VERSION = 1;
    private static final int CHUNK = 1 << 16;

    private CheckedFile() {}

    /** Something that writes the content. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /** Something that reads the content. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static void write(Content content, OutputStream file) throws IOException {
        CRC32C sum = new CRC32C();
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(file, sum), CHUNK));
        out.writeInt(FORMAT);
        out.writeInt(VERSION);
        content.writeTo(out);
        out.flush();
        int value = (int) sum.getValue();
        out.writeInt(value);
        out.flush();
    }

    /** Null if there is no such file. */
    static <T> T read(Folder folder, String name, Reading<T> reading) throws IOException {
        if (!folder.holds(name)) {
            return null;
        }
        String path = Folder.plain(folder.path(name));
        long length = folder.length(name);
        if (length < 3 * Integer.BYTES) {
            throw new Damaged(path, "it has " + length + " bytes");
        }
        try (InputStream in = folder.in(name)) {
            check(in, length - Integer.BYTES, path);
        }
        try (InputStream in = folder.in(name)) {
            DataInputStream content = new DataInputStream(new BufferedInputStream(in, CHUNK));
            content.skipNBytes(2 * Integer.BYTES);
            return reading.from(content);
        }
    }

    private static void check(InputStream file, long length, String path) throws IOException {
        CRC32C sum = new CRC32C();
        DataInputStream in = new DataInputStream(new CheckedInputStream(new BufferedInputStream(file, CHUNK), sum));
        int format = in.readInt();
        int version = in.readInt();
        byte[] chunk = new byte[CHUNK];
        for (long left = length - 2 * Integer.BYTES; left > 0; ) {
            int count = (int) Math.min(left, chunk.length);
            in.readFully(chunk, 0, count);
            left -= count;
        }
        int expected = (int) sum.getValue();
        if (in.readInt() != expected) {
            throw new Damaged(path, "its checksum is wrong");
        }
        if (format != FORMAT || version != VERSION) {
            throw new Damaged(
                    path,
                    "format " + Integer.toHexString(format) + ", version " + version + "; expected "
                            + Integer.toHexString(FORMAT) + ", " + VERSION);
        }
    }
}
