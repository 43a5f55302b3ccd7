package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.CohortSpec;
import glissade.engine.Engine;
import glissade.engine.LaneSpec;
import glissade.engine.StepRecord;
import glissade.plan.Plan;
import glissade.plan.PlannedCohort;
import glissade.plan.PlannedData;
import glissade.plan.Trial;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Table;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One trial of a run once more: alone, with every step written down, and held against what the run stored. It stays apart, in
 * the folder {@code trial-ID} of the run's.
 */
public final class SoloRun {
    private final Plan plan;
    private final Trial trial;
    private final SweepCohort cohort;
    private final RunFolder run;
    private final RunFolder folder;
    private final Progress progress;
    private Table trials;
    private Table curves;
    private Table steps;
    private boolean stored;
    private String difference;

    /** Of a plan's trial, with the folder of the run, which may not be there. */
    public SoloRun(Plan plan, Trial trial, Function<PlannedData, ShardedData> data, RunFolder run) throws IOException {
        this.plan = plan;
        this.trial = trial;
        PlannedCohort home = plan.cohorts().stream()
                .filter(each -> each.trials().contains(trial))
                .findFirst()
                .orElseThrow();
        this.cohort = new SweepCohort(
                alone(home.spec(), trial.id()), home.data().spec(), data.apply(home.data()), home.coreSeconds());
        this.run = run;
        this.folder = run.ofTrial(trial.id());
        this.progress = new Progress(plan.selection(), 1, home.epochs());
    }

    private static CohortSpec alone(CohortSpec spec, String trialId) {
        List<LaneSpec> lane = spec.lanes().stream()
                .filter(each -> each.trialId().equals(trialId))
                .toList();
        return new CohortSpec(
                0,
                spec.model(),
                spec.orderSeed(),
                spec.selection(),
                spec.evaluation().with(StepRecord.EACH_IN_FULL),
                lane);
    }

    public Progress progress() {
        return progress;
    }

    /** Trains, writes, compares. */
    public void train(Supplier<Engine> engine) throws IOException, InterruptedException, RunFailed {
        try (RunLog log = folder.openLog()) {
            try {
                log.line("trial " + trial.id() + " alone");
                train(engine.get(), log);
            } catch (IOException | RuntimeException e) {
                log.failure("failed: " + Reason.of(e), e);
                throw new RunFailed(e, location() + "/" + RunFolder.LOG);
            }
        }
    }

    private void train(Engine engine, RunLog log) throws IOException, InterruptedException {
        progress.enter(Phase.TRAINING);
        Diary diary = new Diary(log, cohort.epochs());
        Safekeeping none = Safekeeping.none(List.of(cohort), new Champion(1));
        SweepOutcome outcome = new Sweep(none, engine, progress, diary, false).run(1);
        progress.enter(Phase.WRITING);
        trials = Results.trials(plan.trials(), outcome);
        curves = outcome.curves();
        steps = outcome.steps();
        for (Table table : List.of(curves, steps)) {
            folder.writeParquet(table);
            folder.writeCsv(table);
        }
        run.seal();
        compare();
        progress.enter(Phase.DONE);
        log.line(!stored ? "no stored run" : difference == null ? "same bits as the stored run" : difference);
    }

    private void compare() throws IOException {
        stored = run.holds("trials.parquet") && run.holds("curves.parquet");
        if (stored) {
            String ofTrial = StoredTrial.difference(run.readParquet("trials"), trials, trial.id());
            String ofCurve = StoredTrial.difference(run.readParquet("curves"), curves, trial.id());
            difference = ofCurve == null ? ofTrial : ofCurve;
        }
    }

    /** The trial's row of {@code trials}. */
    public Table trials() {
        return trials;
    }

    public Table curves() {
        return curves;
    }

    public Table steps() {
        return steps;
    }

    /** Whether the run has results to compare with. */
    public boolean isStored() {
        return stored;
    }

    /** Whether there is nothing stored that differs. */
    public boolean sameAsStored() {
        return difference == null;
    }

    /** Where the stored run differs first; null if nowhere. */
    public String difference() {
        return difference;
    }

    /** Where it is kept. */
    public String location() {
        return folder.location();
    }
}
