package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Engine;
import glissade.plan.Plan;
import glissade.plan.PlannedData;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A run, from its first trace in the folder to its last. */
public final class Execution {
    private final Plan plan;
    private final RunFolder folder;
    private final Provenance provenance;
    private final List<SweepCohort> cohorts;
    private final Progress progress;
    private Status status = Status.begun();

    /** Of a plan, over its data as the plan cuts it. */
    public Execution(Plan plan, Function<PlannedData, ShardedData> data, RunFolder folder, Provenance provenance) {
        this.plan = plan;
        this.folder = folder;
        this.provenance = provenance;
        this.cohorts = plan.cohorts().stream()
                .map(cohort -> new SweepCohort(cohort.spec(), cohort.data().spec(), data.apply(cohort.data())))
                .toList();
        long epochs = plan.cohorts().stream()
                .mapToLong(cohort -> (long) cohort.epochs() * cohort.trials().size())
                .sum();
        this.progress = new Progress(plan.selection(), plan.trials().all().size(), epochs);
    }

    public Progress progress() {
        return progress;
    }

    /** Leaves the first trace; throws if the folder cannot be written. */
    public void begin() throws IOException {
        enter(Phase.STARTING);
    }

    /** Trains, so many cohorts at a time, and writes everything; the exit code. The engine is asked for once. */
    public int run(Supplier<Engine> engine, int threads) throws IOException, InterruptedException, RunFailed {
        try (RunLog log = folder.openLog()) {
            try {
                return run(engine, threads, log);
            } catch (InterruptedException e) {
                folder.writeStatus(status.failed(ExitCode.FAILED, "interrupted"));
                throw e;
            } catch (Exception e) {
                log.failure("failed: " + Reason.of(e), e);
                folder.writeStatus(status.failed(ExitCode.FAILED, Reason.of(e)));
                throw new RunFailed(e, folder.location() + "/" + RunFolder.LOG);
            }
        }
    }

    private int run(Supplier<Engine> engines, int threads, RunLog log) throws IOException, InterruptedException {
        log.line("experiment " + plan.name() + ", " + provenance.versions());
        Engine engine = engines.get();
        enter(Phase.TRAINING);
        long start = System.nanoTime();
        int kept = Math.max(plan.details(), plan.boundaries());
        Keeper keeper =
                plan.trials().isReplicated() ? new ConfigurationKeeper(plan.trials(), kept) : new Champion(kept);
        SweepOutcome outcome = new Sweep(cohorts, engine, keeper, progress, log).run(threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        enter(Phase.WRITING);
        String digest = Results.write(plan.trials(), outcome, folder);
        new Details(engine, log, plan.details(), plan.boundaries()).write(outcome.leaders(), folder);
        folder.writeManifest(Manifest.of(plan, provenance, outcome, digest, seconds));
        log.line("digest " + digest);
        progress.enter(Phase.DONE);
        if (outcome.nothingFinished()) {
            String error = "no trial finished: " + outcome.firstReason();
            folder.writeStatus(status.failed(ExitCode.NO_TRIAL_FINISHED, error));
            return ExitCode.NO_TRIAL_FINISHED;
        }
        folder.writeStatus(status.succeeded(digest));
        return ExitCode.DONE;
    }

    private void enter(Phase phase) throws IOException {
        progress.enter(phase);
        status = status.in(phase.text());
        folder.writeStatus(status);
    }
}
