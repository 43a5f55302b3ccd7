package glissade.run;

/** A run that ended by something that nobody foresaw; the message says what, and where to read more. */
public final class RunFailed extends Exception {
    private static final long serialVersionUID = 1;

    RunFailed(Exception cause, String log) {
        super("the run failed: " + Reason.of(cause) + "\nthe whole story is in " + log, cause);
    }
}
