package glissade.store;

import java.io.IOException;

/** A file that could not be written. */
public final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    private final String path;

    Unwritable(String path, String reason) {
        super("cannot write " + path + " (" + reason + ")");
        this.path = path;
    }

    /** Which one. */
    public String path() {
        return path;
    }
}
