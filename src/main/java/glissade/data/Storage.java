package glissade.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.apache.parquet.io.InputFile;

/** Where files lie: the local disk by java.nio, which is there at once; every other place by Hadoop. */
interface Storage {
    /** A file or folder. */
    record Entry(String name, boolean folder, long length, Instant modified) {}

    /** The storage that a path speaks of; without a scheme it is the local disk. */
    static Storage of(String path) {
        return LocalStorage.holds(path) ? new LocalStorage() : new HadoopStorage();
    }

    /** Whether a path means other files, or none, on other machines. */
    boolean isThisMachine(String path);

    /** What lies at a path, or null if nothing does. */
    Entry entry(String path) throws IOException;

    /** What lies in a folder, in no particular order. */
    List<Entry> children(String folder) throws IOException;

    /** The bytes of a file from the given one on. */
    InputStream open(String path, long from) throws IOException;

    /** A file for the library that reads Parquet, which goes to and fro in it. */
    InputFile parquet(String path) throws IOException;
}
