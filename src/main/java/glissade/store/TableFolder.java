package glissade.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A folder, on any Hadoop file system, for tables that others read: each appears whole or not at all. */
public final class TableFolder {
    private final Folder folder;
    private final String given;

    /** As the user put it. */
    public TableFolder(Configuration configuration, String path) throws IOException {
        folder = new Folder(configuration, new Path(path));
        given = path;
    }

    /** How tables lie in a file. */
    public enum Format {
        CSV,
        PARQUET;

        /** The file of a table. */
        public String file(String name) {
            return name + "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hands tables to a sink, all with its columns. */
    @FunctionalInterface
    public interface Filling {
        void into(TableSink sink) throws IOException;
    }

    /** A file of it, as a user would write that. */
    public String location(String file) {
        return given.endsWith("/") ? given + file : given + "/" + file;
    }

    public boolean holds(String file) throws IOException {
        return folder.holds(file);
    }

    /** Writes a file of tables, one below the other. */
    public void write(String name, Format format, List<Column> columns, Filling filling) throws IOException {
        folder.write(format.file(name), out -> {
            try (TableSink sink =
                    format == Format.CSV ? Csv.open(columns, out) : ParquetTableWriter.open(columns, out)) {
                filling.into(sink);
            }
        });
    }
}
