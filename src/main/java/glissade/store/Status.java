package glissade.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a run stands, as {@code status.json} says it from the first second.
 *
 * @param state whether it still goes on, and how it ended
 * @param phase what it is doing, or was doing when it ended: preparing, training, writing, done
 * @param exitCode of the process; null while it runs
 * @param started UTC
 * @param ended UTC; null while it runs
 * @param digest of the results; null until there are results
 * @param error one sentence; null unless it failed or was interrupted
 */
public record Status(
        State state, String phase, Integer exitCode, String started, String ended, String digest, String error) {
    /** How a run can stand. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("interrupted")
        INTERRUPTED
    }

    /** A run that has just begun. */
    public static Status begun() {
        return new Status(State.RUNNING, "preparing", null, now(), null, null, null);
    }

    public Status in(String newPhase) {
        return new Status(state, newPhase, exitCode, started, ended, digest, error);
    }

    public Status succeeded(String resultDigest) {
        return new Status(State.SUCCEEDED, "done", 0, started, now(), resultDigest, null);
    }

    public Status failed(int code, String sentence) {
        return new Status(State.FAILED, phase, code, started, now(), digest, sentence);
    }

    public Status interrupted(int code, String sentence) {
        return new Status(State.INTERRUPTED, phase, code, started, now(), digest, sentence);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
