package glissade.report;

/** This machine's Java cannot draw pictures. */
public final class CannotDraw extends Exception {
    private static final long serialVersionUID = 1;

    CannotDraw(Throwable cause) {
        super(cause);
    }
}
