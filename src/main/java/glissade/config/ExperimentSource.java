package glissade.config;

import java.io.IOException;
import java.nio.file.Path;

/** Where the text of an experiment comes from: a local file, or whatever file system the caller reads. */
public interface ExperimentSource {
    /** A file on the local disk. */
    static ExperimentSource local(Path file) {
        return new LocalFile(file);
    }

    /** How messages call it, for example {@code conf/quickstart.conf}. */
    String name();

    /** The whole text; an exception's message completes the sentence "cannot be read: ...". */
    String text() throws IOException;

    /** What {@code include "path"} inside this text means. */
    ExperimentSource sibling(String path);
}
