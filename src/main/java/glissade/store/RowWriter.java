package glissade.store;

import glissade.numeric.Block;
import java.io.Closeable;
import java.io.IOException;

/** A file of rows in progress. Closing it ends the file, and leaves the stream beneath to its owner. */
interface RowWriter extends Closeable {
    /** Appends the rows of a sparse block. */
    void write(Block rows) throws IOException;
}
