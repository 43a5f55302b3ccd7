package glissade.run;

import glissade.gate.Change;
import glissade.gate.GateReport;
import glissade.gate.GateSpec;
import glissade.gate.RunFacts;
import glissade.store.ExperimentFolder;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is kept of a run beside its folder, once it has ended in whatever way: its row in the history, and the room that old runs
 * took. Doing it again changes nothing.
 */
public final class Books {
    private static final int FINGERPRINT_DIGITS = 12;
    private static final int DATE = 10;

    private final GateSpec spec;
    private final ExperimentFolder runs;
    private final RunFolder folder;

    public Books(GateSpec spec, ExperimentFolder runs, RunFolder folder) {
        this.spec = spec;
        this.runs = runs;
        this.folder = folder;
    }

    /** Of a run that has ended; the runs that were taken away. Nothing is done where no gate was asked for. */
    public List<String> close() throws IOException {
        Optional<Status> status = folder.status();
        if (!spec.asked() || status.isEmpty() || status.get().state() == Status.State.RUNNING) {
            return List.of();
        }
        runs.record(folder.name(), row(status.get()));
        return new Retention(spec, runs, folder.name()).apply();
    }

    private SortedMap<String, Object> row(Status status) throws IOException {
        SortedMap<String, Object> row = new TreeMap<>();
        row.put(HistorySchema.RUN, folder.name());
        row.put(HistorySchema.NIGHT, status.started().substring(0, DATE));
        row.put(HistorySchema.STARTED, status.started());
        row.put(HistorySchema.ENDED, status.ended());
        row.put(HistorySchema.STATE, status.state().text());
        row.put(HistorySchema.EXIT_CODE, status.exitCode());
        row.put(HistorySchema.ERROR, status.error());
        row.put(HistorySchema.REASONS, status.reasons().isEmpty() ? null : String.join("; ", status.reasons()));
        row.put(HistorySchema.DIGEST, status.digest());
        Optional<GateReport> gate = folder.json(RunFolder.GATE, GateReport.class);
        gate.ifPresent(report -> judged(report, row));
        boolean results = status.isTrained() || status.state() == Status.State.PARTIAL;
        if (results && folder.holds(RunFolder.MANIFEST)) {
            results(new FinishedRun(folder), row);
        }
        return row;
    }

    private static void judged(GateReport report, SortedMap<String, Object> row) {
        row.put(HistorySchema.ROWS, report.rows() == 0 ? null : report.rows());
        row.put(HistorySchema.BASELINE, report.baseline());
        row.put(HistorySchema.BASELINE_BEST, report.baselineBest());
        row.put(HistorySchema.DROP, report.drop());
        String changed = Change.kinds(report.changes());
        row.put(HistorySchema.CHANGED, changed.isEmpty() ? null : changed);
    }

    private static void results(FinishedRun run, SortedMap<String, Object> row) {
        Manifest manifest = run.manifest();
        RunFacts facts = run.facts();
        boolean measured = !Double.isNaN(facts.best());
        row.put(HistorySchema.RANKED_BY, manifest.selection().name());
        row.put(HistorySchema.BEST, measured ? (Object) facts.best() : null);
        row.put(HistorySchema.LOW, facts.noise() > 0 ? (Object) (facts.best() - facts.noise()) : null);
        row.put(HistorySchema.HIGH, facts.noise() > 0 ? (Object) (facts.best() + facts.noise()) : null);
        row.put(HistorySchema.TRIAL, run.best().orElse(null));
        row.put(HistorySchema.TRIALS, manifest.trials());
        row.put(HistorySchema.DIVERGED, manifest.diverged());
        row.put(HistorySchema.FAILED, manifest.failed());
        row.put(HistorySchema.SECONDS, manifest.seconds());
        row.put(
                HistorySchema.ROWS,
                run.data().stream().mapToLong(data -> data.trainingRows()).sum());
        row.put(
                HistorySchema.DATA,
                run.data().stream()
                        .map(data -> data.fingerprint())
                        .map(print -> print.substring(0, Math.min(FINGERPRINT_DIGITS, print.length())))
                        .collect(Collectors.joining(" ")));
        HistorySchema.VERSIONS.forEach(
                part -> row.put(part, manifest.provenance().versions().get(part)));
    }
}
