package glissade.app;

/** What the process says to its caller. */
final class ExitCode {
    static final int DONE = 0;
    /** Anything that should not have happened. */
    static final int FAILED = 1;
    /** Bad config or input; nothing was started. */
    static final int BAD_INPUT = 2;

    static final int NO_TRIAL_FINISHED = 4;

    private ExitCode() {}
}
