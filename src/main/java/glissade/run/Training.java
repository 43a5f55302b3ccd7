package glissade.run;

import glissade.engine.Engine;
import glissade.engine.Saving;
import glissade.plan.Plan;
import glissade.store.CheckpointFolder;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import java.io.IOException;
import java.util.List;

/** The training of a plan's trials: takes up what was done before, trains the rest, and may be stopped at any time. */
final class Training {
    private final Plan plan;
    private final List<SweepCohort> cohorts;
    private final Progress progress;
    private final RunFolder folder;
    private final boolean executorsSeeFolder;
    private volatile boolean stopped;
    private volatile Sweep sweep;

    Training(Plan plan, List<SweepCohort> cohorts, Progress progress, RunFolder folder, boolean executorsSeeFolder) {
        this.plan = plan;
        this.cohorts = cohorts;
        this.progress = progress;
        this.folder = folder;
        this.executorsSeeFolder = executorsSeeFolder;
    }

    /** Trains, so many cohorts at a time. */
    SweepOutcome run(Engine engine, int threads, RunLog log) throws IOException, InterruptedException {
        int epochs = plan.cohorts().stream().mapToInt(cohort -> cohort.epochs()).sum();
        Diary diary = new Diary(log, epochs);
        CheckpointFolder checkpoints = folder.checkpoints();
        StoredStates states = new StoredStates(checkpoints, executorsSeeFolder);
        Saving saving = new Saving(states, plan.checkpointMinutes(), plan.checkpointSteps());
        Ledger ledger = new Ledger(checkpoints, trouble -> diary.line(Diary.Kind.TROUBLE, "warning: " + trouble));
        try (Safekeeping safekeeping = Safekeeping.of(cohorts, saving, ledger, this::keeper, progress)) {
            tellOf(safekeeping, log);
            sweep = new Sweep(safekeeping, engine, progress, diary, plan.failFast());
            if (stopped) {
                sweep.stop();
            }
            return sweep.run(threads);
        } finally {
            diary.close();
        }
    }

    private void tellOf(Safekeeping safekeeping, RunLog log) {
        int before = safekeeping.finished().stream()
                .mapToInt(cohort -> cohort.trials().size())
                .sum();
        if (before > 0) {
            log.line("goes on: " + before + " of " + plan.trials().all().size() + " trials had ended before");
        }
    }

    private Keeper keeper() {
        int most = Math.max(plan.details(), plan.boundaries());
        return plan.trials().isReplicated() ? new ConfigurationKeeper(plan.trials(), most) : new Champion(most);
    }

    /** Leaves what is in training as it is; whether there is any. */
    boolean stop() {
        stopped = true;
        Sweep running = sweep;
        if (running != null) {
            running.stop();
        }
        return running != null;
    }
}
