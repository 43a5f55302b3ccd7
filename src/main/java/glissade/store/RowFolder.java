package glissade.store;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A folder, on any Hadoop file system, for files of rows that others read: each appears whole or not at all. */
public final class RowFolder {
    private final Folder folder;

    public RowFolder(Configuration configuration, String path) throws IOException {
        folder = new Folder(configuration, new Path(path));
    }

    /** Where it lies: as it was given on the local file system, otherwise a URI. */
    public String location(String given) {
        return "file".equals(folder.path().toUri().getScheme())
                ? given
                : folder.path().toString();
    }

    /** Hands every row to the sink, in sparse blocks. */
    @FunctionalInterface
    public interface Rows {
        void into(Consumer<Block> sink);
    }

    public boolean holds(String name) throws IOException {
        return folder.holds(name);
    }

    /** Writes a file and says how many bytes it has. */
    public long write(String name, RowFormat format, RowShape shape, Rows rows) throws IOException {
        folder.write(name, out -> {
            try (RowWriter writer = format.open(out, shape)) {
                rows.into(block -> write(writer, block));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
        return folder.length(name);
    }

    private static void write(RowWriter writer, Block block) {
        try {
            writer.write(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
