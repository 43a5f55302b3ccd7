package glissade.run;

import glissade.store.RunLog;
import java.util.EnumMap;
import java.util.Map;

/**
 * The {@code run.log} of a sweep, kept to a size that can be read: of each kind of event only the first ones get a line, and
 * the end says how many were left out; epochs are spread so that all of a sweep are about {@value #MOST_EPOCHS} lines. With
 * 10,000 trials that is a few megabytes at most, however they end.
 */
final class Diary {
    private static final int MOST_EPOCHS = 10_000;
    private static final int MOST_OTHERS = 1_000;
    private static final int MOST_TRACES = 10;

    /** Kinds of events of which there may be many. */
    enum Kind {
        COHORT("cohorts' beginnings and ends"),
        EPOCH("epochs"),
        LEG("legs"),
        TRIAL("trials that ended early"),
        FAILURE("failed cohorts"),
        TROUBLE("troubles with checkpoints");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final RunLog log;
    private final long spacing;
    private final Map<Kind, Integer> lines = new EnumMap<>(Kind.class);

    /** Of a sweep whose cohorts have so many epochs together. */
    Diary(RunLog log, long epochs) {
        this.log = log;
        this.spacing = Math.max(1, (epochs + MOST_EPOCHS - 1) / MOST_EPOCHS);
    }

    /** Whether an epoch, from 1, of so many gets a line. */
    boolean wants(int epoch, int epochs) {
        return epoch == 1 || epoch % spacing == 0 || epoch == epochs;
    }

    private static int most(Kind kind) {
        return kind == Kind.EPOCH ? 2 * MOST_EPOCHS : MOST_OTHERS;
    }

    synchronized void line(Kind kind, String event) {
        if (lines.merge(kind, 1, Integer::sum) <= most(kind)) {
            log.line(event);
        }
    }

    /** With its stack trace, if there were not too many of those. */
    synchronized void failure(String event, Throwable cause) {
        if (lines.getOrDefault(Kind.FAILURE, 0) < MOST_TRACES) {
            lines.merge(Kind.FAILURE, 1, Integer::sum);
            log.failure(event, cause);
        } else {
            line(Kind.FAILURE, event);
        }
    }

    /** Says what was left out. */
    synchronized void close() {
        lines.forEach((kind, count) -> {
            if (count > most(kind)) {
                log.line("and " + (count - most(kind)) + " more lines of " + kind.words + ", left out");
            }
        });
    }
}
