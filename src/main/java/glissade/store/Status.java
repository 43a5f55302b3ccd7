package glissade.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Where a run stands, as {@code status.json} says it from the first second.
 *
 * @param state whether it still goes on, and how it ended
 * @param phase what it is doing, or was doing when it ended: starting, reading data, starting Spark, training, writing, done
 * @param exitCode of the process; null while it runs
 * @param started when this process began with it, UTC
 * @param ended UTC; null while it runs
 * @param digest of the results; null until there are results
 * @param error what went wrong, in one sentence; null unless something did
 * @param failingPath the file or place that could not be read or written; null where none is known
 * @param retrySafe whether the same command may simply be given again, rather than something being mended first; null while it
 *     runs
 * @param command that was given, and that goes on with this run; null where that is not known
 * @param lastErrors what was thrown, from the outermost failure to its cause, a line each
 * @param reasons why the gate is closed
 * @param process that runs it; null in files of an older version
 */
public record Status(
        State state,
        String phase,
        Integer exitCode,
        String started,
        String ended,
        String digest,
        String error,
        String failingPath,
        Boolean retrySafe,
        String command,
        List<String> lastErrors,
        List<String> reasons,
        RunProcess process) {
    /** How a run can stand. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("succeeded")
        SUCCEEDED,
        @JsonProperty("gate-failed")
        GATE_FAILED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("interrupted")
        INTERRUPTED,
        @JsonProperty("partial")
        PARTIAL;

        /** As {@code status.json} says it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What went wrong.
     *
     * @param code with which the process ends
     * @param sentence that says it
     * @param path the file or place that could not be read or written; null where none is known
     * @param retrySafe whether the same command may simply be given again
     * @param lines what was thrown, from the outermost failure to its cause
     */
    public record Trouble(int code, String sentence, String path, boolean retrySafe, List<String> lines) {
        public Trouble {
            lines = List.copyOf(lines);
        }

        /** Of which no more is known. */
        public Trouble(int code, String sentence, boolean retrySafe) {
            this(code, sentence, null, retrySafe, List.of());
        }
    }

    public Status {
        // Null: files of an older version do not say.
        lastErrors = lastErrors == null ? List.of() : List.copyOf(lastErrors);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** A run that has just begun in this process, by a command that is not known. */
    public static Status begun() {
        return begun(null);
    }

    /** A run that has just begun in this process, by this command. */
    public static Status begun(String command) {
        return new Status(
                State.RUNNING,
                "starting",
                null,
                UtcTime.now(),
                null,
                null,
                null,
                null,
                null,
                command,
                List.of(),
                List.of(),
                RunProcess.here());
    }

    public Status in(String newPhase) {
        return new Status(
                state,
                newPhase,
                exitCode,
                started,
                ended,
                digest,
                error,
                failingPath,
                retrySafe,
                command,
                lastErrors,
                reasons,
                process);
    }

    public Status succeeded(String resultDigest) {
        return in("done").ended(State.SUCCEEDED, resultDigest, new Trouble(0, null, true), List.of());
    }

    /** Trained or not, by the gate's exit code and for these reasons; the digest is null where nothing was trained. */
    public Status gateFailed(int code, String resultDigest, List<String> because) {
        String sentence = "the gate is closed: " + String.join("; ", because);
        return ended(State.GATE_FAILED, resultDigest, new Trouble(code, sentence, false), because);
    }

    /** Of a run that was trained before: passed where there is no reason against it, otherwise not, by the gate's exit code. */
    public Status judged(int code, List<String> because) {
        Status anew = because.isEmpty() ? succeeded(digest) : gateFailed(code, digest, because);
        return anew.endedAt(ended);
    }

    public Status failed(int code, String sentence) {
        return failed(new Trouble(code, sentence, false));
    }

    public Status failed(Trouble trouble) {
        return ended(State.FAILED, digest, trouble, List.of());
    }

    public Status interrupted(int code, String sentence) {
        return ended(State.INTERRUPTED, digest, new Trouble(code, sentence, true), List.of());
    }

    /** Ended before its time, with results so far that are whole in themselves. */
    public Status partial(int code, String resultDigest, String sentence) {
        return ended(State.PARTIAL, resultDigest, new Trouble(code, sentence, true), List.of());
    }

    private Status endedAt(String when) {
        return new Status(
                state,
                phase,
                exitCode,
                started,
                when,
                digest,
                error,
                failingPath,
                retrySafe,
                command,
                lastErrors,
                reasons,
                process);
    }

    private Status ended(State how, String resultDigest, Trouble trouble, List<String> because) {
        return new Status(
                how,
                phase,
                trouble.code(),
                started,
                UtcTime.now(),
                resultDigest,
                trouble.sentence(),
                trouble.path(),
                trouble.retrySafe(),
                command,
                trouble.lines(),
                because,
                process);
    }

    /** Whether all that was asked for was trained, whatever the gate said of it. */
    @JsonIgnore
    public boolean isTrained() {
        return state == State.SUCCEEDED || (state == State.GATE_FAILED && digest != null);
    }
}
