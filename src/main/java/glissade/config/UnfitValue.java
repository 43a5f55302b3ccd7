package glissade.config;

/** A value that does not fit its key; the message says what was expected and what was found. */
public final class UnfitValue extends Exception {
    private static final long serialVersionUID = 1;

    UnfitValue(String message) {
        super(message);
    }

    UnfitValue(String expected, Literal found) {
        super("expected " + expected + ", found " + found.inWords());
    }
}
