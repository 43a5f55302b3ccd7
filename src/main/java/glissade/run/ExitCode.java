package glissade.run;

import java.util.List;

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
    /** Another process is at this run. */
    public static final int HELD = 5;
    /** Ended before its time, with results so far. */
    public static final int PARTIAL = 6;

    /** From best to worst. */
    private static final List<Integer> ORDER =
            List.of(DONE, GATE_FAILED, PARTIAL, NO_TRIAL_FINISHED, HELD, BAD_INPUT, FAILED);

    private ExitCode() {}

    /** The code that says the most of two; any that is not listed says more than those that are. */
    public static int worst(int one, int other) {
        return severity(other) > severity(one) ? other : one;
    }

    private static int severity(int code) {
        int place = ORDER.indexOf(code);
        return place < 0 ? ORDER.size() : place;
    }
}
