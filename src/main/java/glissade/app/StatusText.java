package glissade.app;

import glissade.store.Inspection;
import glissade.store.Pulse;
import glissade.store.RunProcess;
import glissade.store.Status;
import glissade.store.UtcTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a run stands, for reading. */
final class StatusText {
    private static final String NOTHING = "";
    private static final int WIDEST_NAME = 13;
    private static final double MILLIS = 1e3;

    private final Status status;
    private final Pulse pulse;
    private final List<String> lines = new ArrayList<>();

    /** With the last sign of life of the process that runs it. */
    StatusText(Status status, Optional<Instant> lastSign) {
        this.status = status;
        this.pulse = Pulse.of(status, lastSign);
    }

    /** In a word or two. */
    String state() {
        return switch (pulse) {
            case STALE -> "stale";
            case ENDED, ALIVE, UNSEEN -> status.state().text();
        };
    }

    /** How long it took, or has taken so far. */
    String duration() {
        if (status.ended() == null && pulse == Pulse.STALE) {
            return "-";
        }
        Instant end = status.ended() == null ? Instant.now() : Instant.parse(status.ended());
        return Rounded.seconds(
                Duration.between(Instant.parse(status.started()), end).toMillis() / MILLIS);
    }

    List<String> lines() {
        add("state", state() + stateInWords());
        add("phase", status.phase());
        add("exit code", status.exitCode() == null ? NOTHING : status.exitCode().toString());
        add("started", UtcTime.toSeconds(status.started()));
        add("ended", status.ended() == null ? NOTHING : UtcTime.toSeconds(status.ended()));
        add("took", duration().equals("-") ? NOTHING : duration());
        add("digest", status.digest() == null ? NOTHING : status.digest());
        if (status.state() == Status.State.GATE_FAILED) {
            addAll("reasons", status.reasons());
        } else {
            add("cause", status.error() == null ? NOTHING : status.error());
        }
        add("failing path", status.failingPath() == null ? NOTHING : status.failingPath());
        addAll("last errors", status.lastErrors());
        next();
        return lines;
    }

    private String stateInWords() {
        RunProcess process = status.process();
        String who = process == null ? "" : "process " + process.pid() + " on " + process.host();
        return switch (pulse) {
            case STALE -> ": " + who + " is gone, or silent for too long, and could not say more";
            case ALIVE -> ": " + who;
            case UNSEEN -> ": " + (who.isEmpty() ? "by an unknown process" : who + ", which cannot be seen from here");
            case ENDED -> "";
        };
    }

    /** What was found of the files of a run that has ended. */
    static List<String> files(Inspection found) {
        String first = "  files" + " ".repeat(WIDEST_NAME - 5);
        if (found.isUnchecked()) {
            return List.of(first + "unchecked: there is no SHA256SUMS");
        }
        if (found.isSound()) {
            return List.of(
                    first + found.listed().size() + " are what was written, as sha256sum -c SHA256SUMS says there");
        }
        List<String> lines = new ArrayList<>();
        Stream.concat(found.lost().stream(), found.drawn().stream()).forEach(damage -> {
            lines.add((lines.isEmpty() ? first : "  " + " ".repeat(WIDEST_NAME)) + damage.getMessage());
        });
        lines.add("  " + " ".repeat(WIDEST_NAME) + "submit/glissade report RUN mends what there is a good copy of");
        return lines;
    }

    private void next() {
        boolean safe = pulse == Pulse.STALE || Boolean.TRUE.equals(status.retrySafe());
        boolean over = status.state() == Status.State.SUCCEEDED || pulse == Pulse.ALIVE || pulse == Pulse.UNSEEN;
        if (over) {
            return;
        }
        add("retry", safe ? "safe: the same command goes on" : "only once the cause is mended");
        add("command", status.command() == null ? NOTHING : status.command());
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            lines.add("  " + name + " ".repeat(WIDEST_NAME - name.length()) + value);
        }
    }

    private void addAll(String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            add(i == 0 ? name : "", values.get(i));
        }
    }
}
