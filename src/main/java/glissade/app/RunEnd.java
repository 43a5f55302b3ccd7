package glissade.app;

import glissade.gate.GateReport;
import glissade.run.Books;
import glissade.run.Reason;
import glissade.store.RunFolder;
import glissade.store.RunLock;
import glissade.store.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is done once a run has ended, in whatever way: the books are closed, and whoever asked to be told is told. */
final class RunEnd {
    private final String experiment;
    private final RunFolder folder;
    private final Books books;
    private final EndHook hook;
    private final PrintWriter err;

    RunEnd(String experiment, RunFolder folder, Books books, EndHook hook, PrintWriter err) {
        this.experiment = experiment;
        this.folder = folder;
        this.books = books;
        this.hook = hook;
        this.err = err;
    }

    /** After an exit code; the code. */
    int with(int code) {
        close();
        hook.tell(facts(code, null));
        return code;
    }

    /** After a failure, of which the run's status may know nothing. */
    void with(Exception failure) {
        // What another process holds is its own to keep.
        if (!(failure instanceof RunLock.Held)) {
            close();
        }
        hook.tell(facts(Failures.code(failure), Failures.message(failure)));
    }

    /** In the last seconds of a process that ends with this code, whether its run had ended before or not. */
    void interrupted(int code) throws IOException {
        close();
        Optional<Integer> ended = folder.status().map(Status::exitCode);
        hook.tellInHaste(facts(ended.orElse(code), null));
    }

    /** What goes wrong here changes no result. */
    private void close() {
        try {
            List<String> removed = books.close();
            if (!removed.isEmpty()) {
                err.println("taken away, as gate.keep says: " + String.join(", ", removed));
            }
        } catch (IOException | RuntimeException e) {
            err.println("the history was not written (" + Reason.of(e) + "); the result stands");
        }
    }

    /** What to tell whoever waits for it, of one that did not succeed. */
    static List<String> inWords(Status status) {
        return switch (status.state()) {
            case GATE_FAILED -> {
                List<String> lines = new ArrayList<>();
                lines.add("the gate is closed" + (status.digest() == null ? ", nothing was trained:" : ":"));
                status.reasons().forEach(reason -> lines.add("  - " + reason));
                yield lines;
            }
            case PARTIAL -> List.of(status.error() + "; run the same command to continue");
            case RUNNING, SUCCEEDED, FAILED, INTERRUPTED -> List.of("the run failed: " + status.error());
        };
    }

    /** What is known when nothing but a failure is. */
    static Map<String, String> facts(Exception failure) {
        Map<String, String> facts = nothing();
        facts.put("STATE", Status.State.FAILED.text());
        facts.put("EXIT_CODE", Integer.toString(Failures.code(failure)));
        facts.put("ERROR", Failures.message(failure));
        return facts;
    }

    private static Map<String, String> nothing() {
        Map<String, String> facts = new TreeMap<>();
        for (String name : List.of(
                "STATE",
                "EXIT_CODE",
                "EXPERIMENT",
                "RUN",
                "RUN_ID",
                "PHASE",
                "STARTED",
                "ENDED",
                "DIGEST",
                "RANKED_BY",
                "BEST",
                "BASELINE",
                "CHANGED",
                "REASONS",
                "ERROR",
                "FAILING_PATH",
                "RETRY_SAFE",
                "COMMAND")) {
            facts.put(name, "");
        }
        return facts;
    }

    private Map<String, String> facts(int code, String error) {
        Map<String, String> facts = nothing();
        facts.put("EXIT_CODE", Integer.toString(code));
        facts.put("STATE", Status.State.FAILED.text());
        facts.put("ERROR", error);
        facts.put("EXPERIMENT", experiment);
        facts.put("RUN", folder.location());
        facts.put("RUN_ID", folder.name());
        try {
            // Of a run that was refused, it says how an earlier one ended.
            folder.status()
                    .filter(status -> Integer.valueOf(code).equals(status.exitCode()))
                    .ifPresent(status -> put(status, facts));
            Optional<GateReport> gate = folder.json(RunFolder.GATE, GateReport.class);
            facts.put("BASELINE", gate.map(GateReport::baseline).orElse(""));
            facts.put("CHANGED", gate.map(GateReport::whatChanged).orElse(""));
            if (!facts.get("DIGEST").isEmpty()) {
                Summary summary = new Summary(folder, experiment);
                facts.put("BEST", summary.best());
                facts.put("RANKED_BY", summary.manifest().selection().name());
            }
        } catch (IOException | RuntimeException e) {
            facts.put("ERROR", Reason.of(e));
        }
        return facts;
    }

    private static void put(Status status, Map<String, String> facts) {
        facts.put("STATE", status.state().text());
        facts.put("PHASE", status.phase());
        facts.put("STARTED", status.started());
        facts.put("ENDED", status.ended());
        facts.put("DIGEST", text(status.digest()));
        facts.put("ERROR", text(status.error()));
        facts.put("REASONS", String.join("\n", status.reasons()));
        facts.put("FAILING_PATH", text(status.failingPath()));
        facts.put("RETRY_SAFE", String.valueOf(status.retrySafe()));
        facts.put("COMMAND", text(status.command()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
