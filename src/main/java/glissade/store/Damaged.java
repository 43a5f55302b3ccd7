package glissade.store;

import java.io.IOException;

/** A file that is not what was written: gone, cut short, or with bits that have changed. The message says so in a sentence. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    private final String path;

    private Damaged(String path, boolean there, String how) {
        super(there ? path + " is damaged (" + how + ")" : path + " is missing, " + how);
        this.path = path;
    }

    Damaged(String path, String how) {
        this(path, true, how);
    }

    /** A file that must be there for this reason. */
    static Damaged missing(String path, String reason) {
        return new Damaged(path, false, reason);
    }

    /** Which one. */
    public String path() {
        return path;
    }
}
