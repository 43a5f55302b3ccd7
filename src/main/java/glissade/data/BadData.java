package glissade.data;

/** Data that cannot be trained on. The message is one sentence for the user: which file, what is wrong, what was expected. */
public final class BadData extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadData(String message) {
        super(message);
    }

    public BadData(String message, Throwable cause) {
        super(message, cause);
    }
}
