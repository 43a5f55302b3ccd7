package glissade.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The least that a Java program does to files it reads: each byte, unpacked, passes through a buffer and is added up. */
final class PlainRead {
    private static final int BUFFER = 1 << 16;

    private final byte[] buffer = new byte[BUFFER];
    private long bytes;
    private long sum;

    /** Reads all of them; the number of unpacked bytes. */
    long read(List<Path> files) throws IOException {
        bytes = 0;
        for (Path file : files) {
            try (InputStream in = open(file)) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    bytes += count;
                    sum += sum(count);
                }
            }
        }
        return bytes;
    }

    /** Of everything so far, so that no read can be left out. */
    long sum() {
        return sum;
    }

    private long sum(int count) {
        long total = 0;
        for (int i = 0; i < count; i++) {
            total += buffer[i];
        }
        return total;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }
}
