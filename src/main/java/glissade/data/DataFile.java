package glissade.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of rows, plain or gzip.
 *
 * @param name relative to the root of its source, without {@code .gz}
 * @param location where it lies; messages name it
 */
record DataFile(String name, String location) implements Serializable {
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;

    /** The file of that name in a folder, plain or else gzip. */
    static DataFile find(Path folder, String name) {
        for (String suffix : new String[] {"", GZIP}) {
            Path path = folder.resolve(name + suffix);
            if (Files.isRegularFile(path)) {
                return new DataFile(name, path.toString());
            }
        }
        throw new BadData("there is neither " + name + " nor " + name + GZIP + " in " + folder);
    }

    boolean isCompressed() {
        return location.endsWith(GZIP);
    }

    /** The content, unpacked. */
    InputStream open() throws IOException {
        InputStream file = Files.newInputStream(Path.of(location));
        try {
            return isCompressed() ? new GZIPInputStream(file, BUFFER) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Its length as it lies on the disk. */
    long length() {
        try {
            return Files.size(Path.of(location));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    Instant modified() {
        try {
            return Files.getLastModifiedTime(Path.of(location)).toInstant();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What to tell the user of a failure to read it. */
    BadData unreadable(IOException e) {
        if (e instanceof ZipException) {
            return new BadData(location + " is not a sound gzip file: " + e.getMessage(), e);
        }
        if (e instanceof EOFException) {
            return new BadData(location + " ends too early", e);
        }
        if (e instanceof AccessDeniedException) {
            return new BadData(location + " cannot be read: permission denied", e);
        }
        return new BadData(location + " cannot be read: " + e.getMessage(), e);
    }
}
