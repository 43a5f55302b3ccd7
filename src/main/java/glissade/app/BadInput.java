package glissade.app;

/** Something that the user can put right before anything is started; the message says what. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }
}
