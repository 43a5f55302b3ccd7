package glissade.store;

import java.io.Closeable;
import java.io.IOException;

/** A file of rows in progress, which is handed tables that all have its columns. Closing it ends the file. */
public interface TableSink extends Closeable {
    void add(Table table) throws IOException;
}
