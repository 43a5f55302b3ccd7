package glissade.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** The local disk. Paths are plain or begin with {@code file:}. */
final class LocalStorage implements Storage {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("file:(//(?=/))?(?=/)");

    static boolean holds(String path) {
        return FILE.matcher(path).lookingAt() || !SCHEME.matcher(path).matches();
    }

    @Override
    public boolean isThisMachine(String path) {
        return true;
    }

    @Override
    public Entry entry(String path) throws IOException {
        Path file = path(path);
        return Files.exists(file) ? entry(file) : null;
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        List<Entry> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path(folder))) {
            for (Path child : entries) {
                children.add(entry(child));
            }
        }
        return children;
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        FileChannel channel = FileChannel.open(path(path));
        try {
            return Channels.newInputStream(channel.position(from));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public InputFile parquet(String path) throws IOException {
        return new LocalInputFile(path(path));
    }

    private static Entry entry(Path file) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return new Entry(
                name,
                facts.isDirectory(),
                facts.size(),
                facts.lastModifiedTime().toInstant());
    }

    private static Path path(String text) throws IOException {
        try {
            return Path.of(FILE.matcher(text).replaceFirst(""));
        } catch (InvalidPathException e) {
            throw new IOException("it is no path: " + e.getReason(), e);
        }
    }
}
