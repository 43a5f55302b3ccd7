package glissade.run;

/** What the process says to its caller, and {@code status.json} to everybody else. */
public final class ExitCode {
    public static final int DONE = 0;
    /** Anything that should not have happened. */
    public static final int FAILED = 1;
    /** Bad config or input; nothing was started. */
    public static final int BAD_INPUT = 2;
    /** What was held against a standard does not meet it. */
    public static final int GATE_FAILED = 3;

    public static final int NO_TRIAL_FINISHED = 4;

    private ExitCode() {}
}
