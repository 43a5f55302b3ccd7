package glissade.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;

/** A folder on any Hadoop file system, in which files appear whole or not at all. */
final class Folder {
    private static final String TEMPORARY = ".tmp-";

    /** Not that of the file system, which may have been made for somebody else, with other settings. */
    private final Configuration configuration;

    private final FileSystem files;
    private final Path path;

    Folder(Configuration configuration, Path path) throws IOException {
        this.configuration = configuration;
        FileSystem system = system(path);
        // The checksumming local file system would leave a hidden .crc file beside each of ours.
        this.files = system instanceof ChecksumFileSystem local ? local.getRawFileSystem() : system;
        this.path = files.makeQualified(path);
    }

    /** A file system whose classes or settings are missing fails in many ways. */
    private FileSystem system(Path path) throws IOException {
        try {
            return path.getFileSystem(configuration);
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** What goes into a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Puts a file in place of what was there under that name: under a temporary name first, then by renaming. */
    void write(String name, Content content) throws IOException {
        write(name, "", content);
    }

    /** The same where several writers may be at it, each with a tag of its own for its temporary name. */
    void write(String name, String tag, Content content) throws IOException {
        Path target = new Path(path, name);
        Path temporary = new Path(target.getParent(), TEMPORARY + tag + target.getName());
        long bytes = 0;
        try {
            try (FSDataOutputStream out = files.create(temporary, true)) {
                try {
                    content.writeTo(out);
                    out.hsync();
                } finally {
                    bytes = out.getPos();
                }
            } catch (FSError e) {
                throw new IOException(FailingOutput.reason(e), e);
            }
            rename(temporary, target);
        } catch (IOException e) {
            IOException named = new Unwritable(plain(target), e.getMessage(), bytes, free());
            named.addSuppressed(e);
            drop(temporary, named);
            throw named;
        } catch (RuntimeException e) {
            drop(temporary, e);
            throw e;
        }
    }

    /** How many bytes have room here; not known where this cannot be told. */
    private OptionalLong free() {
        try {
            return OptionalLong.of(files.getStatus(path).getRemaining());
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private void drop(Path temporary, Exception cause) {
        try {
            files.delete(temporary, false);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Throws where this folder cannot be made or written into, as far as that shows without a trace. */
    void checkWritable() throws IOException {
        Path nearest = path;
        while (nearest.getParent() != null && !files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        if (!files.getFileStatus(nearest).isDirectory()) {
            throw new IOException(plain(nearest) + " is a file; expected a folder");
        }
        boolean local = files instanceof RawLocalFileSystem;
        if (local && !Files.isWritable(java.nio.file.Path.of(nearest.toUri().getPath()))) {
            throw new IOException(plain(nearest) + " may not be written by this user");
        }
        if (!local) {
            files.access(nearest, FsAction.WRITE);
        }
    }

    /** A plain path on the local file system, otherwise a URI. */
    static String plain(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }

    private void rename(Path from, Path to) throws IOException {
        if (files instanceof RawLocalFileSystem) {
            // POSIX rename replaces in one go, where FileContext would first delete.
            if (!files.rename(from, to)) {
                throw new IOException("could not rename " + from + " to " + to);
            }
        } else {
            FileContext.getFileContext(files.getUri(), configuration).rename(from, to, Options.Rename.OVERWRITE);
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

    /** The names of what lies directly in it, in their order; none if it is not there. */
    List<String> children() throws IOException {
        try {
            return Arrays.stream(files.listStatus(path))
                    .map(child -> child.getPath().getName())
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** The paths in it of all files beneath it, in their order, without hidden ones. */
    List<String> allFiles() throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus child : files.exists(path) ? files.listStatus(path) : new FileStatus[0]) {
            String name = child.getPath().getName();
            if (child.isDirectory() && !name.startsWith(".")) {
                new Folder(configuration, child.getPath()).allFiles().forEach(each -> names.add(name + "/" + each));
            } else if (!name.startsWith(".")) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }

    /** Takes away a file or a folder with all that is in it: under that name it is there whole, or not at all. */
    void remove(String name) throws IOException {
        Path doomed = new Path(path, TEMPORARY + "removed-" + name);
        if (files.rename(new Path(path, name), doomed)) {
            files.delete(doomed, true);
        }
    }

    /** Takes away a file, or a folder with all that is in it, if it is there; the folder itself if the name is empty. */
    void delete(String name) throws IOException {
        files.delete(name.isEmpty() ? path : new Path(path, name), true);
    }

    /** Takes away files that whoever wrote them has not finished, also in folders of it. */
    void clean() throws IOException {
        for (FileStatus child : files.exists(path) ? files.listStatus(path) : new FileStatus[0]) {
            String name = child.getPath().getName();
            if (name.startsWith(TEMPORARY)) {
                delete(name);
            } else if (child.isDirectory()) {
                new Folder(configuration, child.getPath()).clean();
            }
        }
    }

    /** Gives a file another name. */
    void rename(String from, String to) throws IOException {
        rename(path(from), path(to));
    }

    /** Gives this folder another name beside its own. */
    void moveTo(String name) throws IOException {
        if (!files.rename(path, new Path(path.getParent(), name))) {
            throw new IOException("could not rename " + plain(path) + " to " + name);
        }
    }

    /** When a file was last written, by the clock of the file system, in milliseconds; -1 if there is no such file. */
    long written(String name) throws IOException {
        try {
            return files.getFileStatus(new Path(path, name)).getModificationTime();
        } catch (FileNotFoundException e) {
            return -1;
        }
    }

    /** A file's bytes, to be closed. */
    InputStream in(String name) throws IOException {
        return files.open(new Path(path, name));
    }

    /**
     * Writes a file unless one of that name is there already; whether it did. Of several that try, one does, and may take away
     * what the others have begun.
     */
    boolean create(String name, String tag, Content content) throws IOException {
        String temporary = TEMPORARY + tag + name;
        try {
            try (FSDataOutputStream out = files.create(new Path(path, temporary), true)) {
                content.writeTo(out);
                out.hsync();
            }
            return link(temporary, name);
        } finally {
            delete(temporary);
        }
    }

    /** False where there is a file of that name, or the other is gone. A link, where POSIX would replace by renaming. */
    private boolean link(String from, String to) throws IOException {
        try {
            if (files instanceof RawLocalFileSystem) {
                Files.createLink(local(to), local(from));
            } else {
                FileContext.getFileContext(files.getUri(), configuration)
                        .rename(new Path(path, from), new Path(path, to), Options.Rename.NONE);
            }
            return true;
        } catch (java.nio.file.FileAlreadyExistsException
                | FileAlreadyExistsException
                | NoSuchFileException
                | FileNotFoundException e) {
            return false;
        }
    }

    private java.nio.file.Path local(String name) {
        return java.nio.file.Path.of(new Path(path, name).toUri().getPath());
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
        return new FailingOutput(files.create(new Path(path, name), true));
    }

    Configuration configuration() {
        return configuration;
    }

    FileSystem files() {
        return files;
    }

    Path path() {
        return path;
    }

    Path path(String name) {
        return new Path(path, name);
    }
}
