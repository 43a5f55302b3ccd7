package glissade.store;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;

/** A file that could not be written. */
public final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    private final String path;

    /** After so many bytes, in a place where so many more have room. */
    Unwritable(String path, String reason, long bytes, OptionalLong free) {
        super("cannot write " + path + " (" + reason + String.format(Locale.ROOT, "; it failed after %,d bytes", bytes)
                + (free.isEmpty() ? "" : String.format(Locale.ROOT, ", and %,d are free there", free.getAsLong()))
                + ")");
        this.path = path;
    }

    /** Which one. */
    public String path() {
        return path;
    }
}
