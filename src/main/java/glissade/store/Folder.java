package glissade.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A folder on any Hadoop file system, in which files appear whole or not at all. */
final class Folder {
    private final FileSystem files;
    private final Path path;

    Folder(Configuration configuration, Path path) throws IOException {
        FileSystem system = path.getFileSystem(configuration);
        // The checksumming local file system would leave a hidden .crc file beside each of ours.
        this.files = system instanceof ChecksumFileSystem local ? local.getRawFileSystem() : system;
        this.path = files.makeQualified(path);
    }

    /** What goes into a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Puts a file in place of what was there under that name: under a temporary name first, then by renaming. */
    void write(String name, Content content) throws IOException {
        Path target = new Path(path, name);
        Path temporary = new Path(target.getParent(), ".tmp-" + target.getName());
        try {
            try (FSDataOutputStream out = files.create(temporary, true)) {
                content.writeTo(out);
                out.hsync();
            }
            rename(temporary, target);
        } catch (IOException | RuntimeException e) {
            files.delete(temporary, false);
            throw e;
        }
    }

    private void rename(Path from, Path to) throws IOException {
        if (files instanceof RawLocalFileSystem) {
            // POSIX rename replaces in one go, where FileContext would first delete.
            if (!files.rename(from, to)) {
                throw new IOException("could not rename " + from + " to " + to);
            }
        } else {
            FileContext.getFileContext(files.getUri(), files.getConf()).rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    /** A file's bytes; null if there is no such file. */
    byte[] read(String name) throws IOException {
        try (FSDataInputStream in = files.open(new Path(path, name))) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    boolean holds(String name) throws IOException {
        return files.exists(new Path(path, name));
    }

    /** A file's length in bytes. */
    long length(String name) throws IOException {
        return files.getFileStatus(new Path(path, name)).getLen();
    }

    /** A new file that grows in sight, for a log. */
    OutputStream open(String name) throws IOException {
        return files.create(new Path(path, name), true);
    }

    Configuration configuration() {
        return files.getConf();
    }

    Path path() {
        return path;
    }

    Path path(String name) {
        return new Path(path, name);
    }
}
