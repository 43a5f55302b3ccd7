package glissade.run;

import glissade.engine.Engine;
import glissade.gate.GateReport;
import glissade.plan.Plan;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes what a sweep came to, asks the gate, and says how the run has ended. */
final class Conclusion {
    private final Plan plan;
    private final Provenance provenance;
    private final RunFolder folder;
    private final Gatekeeper gate;
    private final RunLog log;
    private final TimeSheet times;
    private final int continued;

    /** Of a run that was gone on with so often. */
    Conclusion(
            Plan plan,
            Provenance provenance,
            RunFolder folder,
            Gatekeeper gate,
            RunLog log,
            TimeSheet times,
            int continued) {
        this.plan = plan;
        this.provenance = provenance;
        this.folder = folder;
        this.gate = gate;
        this.log = log;
        this.times = times;
        this.continued = continued;
    }

    /** Of a sweep that was trained to its end; its status so far. */
    Status whole(Engine engine, SweepOutcome outcome, Status status) throws IOException {
        String digest = Results.write(plan.trials(), outcome, folder);
        new Details(engine, log, plan.details(), plan.boundaries()).write(outcome.leaders(), folder);
        writeManifest(outcome, digest);
        log.line("digest " + digest);
        if (outcome.endedBy() != null) {
            return status.failed(ExitCode.FAILED, "a trial failed, and output.fail-fast is true: " + outcome.endedBy());
        }
        if (outcome.nothingFinished()) {
            return status.failed(ExitCode.NO_TRIAL_FINISHED, "no trial finished: " + outcome.firstReason());
        }
        List<String> reasons = gate.judge().map(GateReport::reasons).orElse(List.of());
        return reasons.isEmpty() ? status.succeeded(digest) : status.gateFailed(ExitCode.GATE_FAILED, digest, reasons);
    }

    /** Of one that ended before its time: what there is, ranked, for whoever cannot wait for the rest. */
    void part(SweepOutcome outcome) throws IOException {
        if (outcome.isEmpty()) {
            return;
        }
        Results.write(plan.trials(), outcome, folder);
        writeManifest(outcome, null);
        try {
            Optional<GateReport> soFar = gate.judgeSoFar();
            soFar.ifPresent(report -> report.reasons().forEach(reason -> log.line("gate, so far: " + reason)));
        } catch (IOException | RuntimeException e) {
            log.failure("the gate was not asked about the results so far: " + Reason.of(e), e);
        }
    }

    private void writeManifest(SweepOutcome outcome, String digest) throws IOException {
        folder.writeManifest(Manifest.of(plan, provenance, outcome, digest, times.total(), continued));
    }
}
