package glissade.run;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.SuccessMarks;
import glissade.gate.Change;
import glissade.gate.DataRules;
import glissade.gate.Finding;
import glissade.gate.GateReport;
import glissade.gate.GateSpec;
import glissade.gate.RunFacts;
import glissade.gate.RunRules;
import glissade.store.ExperimentFolder;
import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Asks the gate of an experiment about one run: before its data is read, before anything is trained on it, and once it has
 * results. What is found is {@code gate.json} in the run's folder. Where no gate was asked for, all may pass and nothing is
 * written.
 */
public final class Gatekeeper {
    /** Of a run without a gate. */
    static final Gatekeeper OPEN = new Gatekeeper(GateSpec.NONE, null, null, key -> true);

    private final GateSpec spec;
    private final RunFolder folder;
    private final Baselines baselines;
    private final Predicate<String> shapesResults;

    /** Of a run among the others of its experiment; with the keys that may change results. */
    public Gatekeeper(GateSpec spec, ExperimentFolder runs, RunFolder folder, Predicate<String> shapesResults) {
        this.spec = spec;
        this.folder = folder;
        this.baselines = new Baselines(spec.baseline(), runs, folder);
        this.shapesResults = shapesResults;
    }

    /** What makes the rules impossible, in a sentence; empty where they can be kept. */
    public Optional<String> problem() throws IOException {
        return spec.asked() ? baselines.problem() : Optional.empty();
    }

    /** Whether data may be read that others write: what was found, where it may not. */
    public Optional<GateReport> refusesUnread(List<DataSpec> data) throws IOException {
        if (!spec.data().success()) {
            return Optional.empty();
        }
        return refusal(List.of(success(data)), 0);
    }

    private static Finding success(List<DataSpec> data) {
        return DataRules.success(data.stream()
                .flatMap(each -> SuccessMarks.missing(each).stream())
                .distinct()
                .toList());
    }

    /** Whether data may be trained on: what was found, where it may not. */
    Optional<GateReport> refuses(List<DataSummary> data) throws IOException {
        return spec.asked() ? refusal(dataFindings(data), rows(data)) : Optional.empty();
    }

    private Optional<GateReport> refusal(List<Finding> findings, long rows) throws IOException {
        if (findings.stream().allMatch(Finding::passed)) {
            return Optional.empty();
        }
        String baseline = baselines.run().map(run -> run.folder().name()).orElse(null);
        GateReport report = new GateReport(
                false, false, baseline, null, null, findings, List.of(), null, rows, new TreeMap<>(spec.written()));
        folder.writeJson(RunFolder.GATE, report);
        return Optional.of(report);
    }

    private List<Finding> dataFindings(List<DataSummary> data) throws IOException {
        return DataRules.findings(spec.data(), data, baselines.run().map(FinishedRun::data));
    }

    /** Judges results whose tables and manifest are written; empty where no gate was asked for. */
    Optional<GateReport> judge() throws IOException {
        return spec.asked() ? Optional.of(report(false)) : Optional.empty();
    }

    /**
     * Says what the rules make of a run that has ended before its time. It is not judged: it may be used by nobody, becomes no
     * baseline, and moves no ratchet, whatever it has come to.
     */
    Optional<GateReport> judgeSoFar() throws IOException {
        return spec.asked() ? Optional.of(report(true)) : Optional.empty();
    }

    private GateReport report(boolean soFar) throws IOException {
        FinishedRun run = new FinishedRun(folder);
        RunFacts now = run.facts();
        Optional<FinishedRun> baseline = baselines.run();
        Optional<RunFacts> before = baseline.map(FinishedRun::facts);
        List<Finding> findings = new ArrayList<>();
        if (spec.data().success()) {
            findings.add(success(
                    run.manifest().data().stream().map(Manifest.Source::spec).toList()));
        }
        findings.addAll(dataFindings(run.data()));
        findings.addAll(RunRules.findings(spec, now, before, run.measurements()));
        GateReport report = new GateReport(
                !soFar && findings.stream().allMatch(Finding::passed),
                soFar,
                before.map(RunFacts::run).orElse(null),
                before.map(RunFacts::best).filter(Double::isFinite).orElse(null),
                before.map(now::dropFrom).filter(Double::isFinite).orElse(null),
                findings,
                baseline.map(each -> Change.between(run.origin(shapesResults), each.origin(shapesResults)))
                        .orElse(List.of()),
                baseline.map(run::hasDigestOf).orElse(null),
                rows(run.data()),
                new TreeMap<>(spec.written()));
        folder.writeJson(RunFolder.GATE, report);
        return report;
    }

    /**
     * The exit code of a run that was trained before. By the rules that it was judged by, it stands; by others it is judged anew,
     * and its status says what came of that.
     */
    public int codeOf(Status trained) throws IOException {
        boolean stands = spec.asked() ? isJudgedByTheseRules() : trained.state() == Status.State.SUCCEEDED;
        if (stands) {
            return trained.exitCode();
        }
        Optional<GateReport> report = judge();
        Status anew = trained.judged(
                ExitCode.GATE_FAILED, report.map(GateReport::reasons).orElse(List.of()));
        folder.writeStatus(anew);
        return anew.exitCode();
    }

    private boolean isJudgedByTheseRules() throws IOException {
        return folder.json(RunFolder.GATE, GateReport.class)
                .filter(report -> String.valueOf(report.rules()).equals(String.valueOf(spec.written())))
                .isPresent();
    }

    private static long rows(List<DataSummary> data) {
        return data.stream().mapToLong(DataSummary::trainingRows).sum();
    }
}
