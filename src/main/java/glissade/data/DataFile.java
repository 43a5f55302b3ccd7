package glissade.data;

import glissade.data.Storage.Entry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of rows, plain or gzip, on any file system.
 *
 * @param name relative to the root of its source, without {@code .gz}
 * @param location where it lies; messages name it
 */
record DataFile(String name, String location) implements Serializable {
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_REASON = 200;

    /** The file of that name in a folder, plain or else gzip. */
    static DataFile find(String folder, String name) {
        for (String suffix : new String[] {"", GZIP}) {
            DataFile file = new DataFile(name, folder + (folder.endsWith("/") ? "" : "/") + name + suffix);
            Entry entry = file.entryOrNull();
            if (entry != null && !entry.folder()) {
                return file;
            }
        }
        throw new BadData("there is neither " + name + " nor " + name + GZIP + " in " + folder);
    }

    static boolean isFolder(String path) {
        Entry entry = new DataFile(path, path).entryOrNull();
        return entry != null && entry.folder();
    }

    /** A file's name without the ending that says gzip. */
    static String unpackedName(String name) {
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    boolean isCompressed() {
        return location.endsWith(GZIP);
    }

    /** The content, unpacked. */
    InputStream open() throws IOException {
        return open(0);
    }

    /** The content, unpacked, from that byte of it on; gzip has to be unpacked from its beginning. */
    InputStream open(long from) throws IOException {
        InputStream file = Storage.of(location).open(location, isCompressed() ? 0 : from);
        try {
            if (!isCompressed()) {
                return file;
            }
            InputStream unpacked = new GZIPInputStream(file, BUFFER);
            unpacked.skipNBytes(from);
            return unpacked;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Its length as it lies there. */
    long length() {
        return entry().length();
    }

    /** Length and time. */
    Entry entry() {
        Entry entry = entryOrNull();
        if (entry == null) {
            throw new BadData(location + " is not there any more");
        }
        return entry;
    }

    private Entry entryOrNull() {
        try {
            return Storage.of(location).entry(location);
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
        return new BadData(location + " cannot be read: " + reason(e), e);
    }

    /** The beginning of what a library says of a failure: some go on for pages. */
    static String reason(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        String first = Utf8.oneLine(message.lines().findFirst().orElse(""));
        return first.length() > LONGEST_REASON ? first.substring(0, LONGEST_REASON) + "..." : first;
    }
}
