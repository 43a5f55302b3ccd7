package glissade.store;

import java.io.IOException;

/** A file that is not what was written: cut short, or with bits that have changed. */
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    private final String path;

    Damaged(String path, String how) {
        super(path + " is damaged (" + how + ")");
        this.path = path;
    }

    /** Which one. */
    public String path() {
        return path;
    }
}
