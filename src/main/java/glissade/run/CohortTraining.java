package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Assignment;
import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Saving;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A cohort of a sweep while an engine trains it, and then what became of it. */
final class CohortTraining implements Assignment {
    private final SweepCohort cohort;
    private final Safekeeping safekeeping;
    private final CohortWatch watch;
    private final BooleanSupplier stopping;
    private final Consumer<String> failures;
    private List<TrialOutcome> trials = List.of();
    private long nanos;
    private long since;

    /** {@code failures} is told the reason if the cohort cannot be trained. */
    CohortTraining(
            SweepCohort cohort,
            Safekeeping safekeeping,
            Progress progress,
            Diary diary,
            BooleanSupplier givenUp,
            BooleanSupplier stopping,
            Consumer<String> failures) {
        this.cohort = cohort;
        this.safekeeping = safekeeping;
        this.stopping = stopping;
        this.watch = new CohortWatch(cohort, progress, diary, givenUp);
        this.failures = failures;
    }

    void begin() {
        since = System.nanoTime();
        watch.begun();
    }

    @Override
    public CohortSpec cohort() {
        return cohort.spec();
    }

    @Override
    public ShardedData data() {
        return cohort.data();
    }

    @Override
    public void epochDone(CohortSpec spec, List<CurvePoint> points) {
        watch.epochDone(spec, points);
    }

    @Override
    public void legDone(CohortSpec spec, int epochs) {
        watch.legDone(spec, epochs);
    }

    @Override
    public void spent(long nanosSoFar) {
        nanos = nanosSoFar;
    }

    @Override
    public void ended(List<LaneResult> results) {
        watch.ended(results);
        over(results.stream().map(result -> TrialOutcome.of(result, cohort)).toList());
        safekeeping.finish(cohort, results, nanos / 1e9);
    }

    @Override
    public Saving saving() {
        return safekeeping.saving();
    }

    @Override
    public boolean isStopping() {
        return stopping.getAsBoolean();
    }

    @Override
    public void paused() {
        watch.paused();
        over(List.of());
    }

    @Override
    public void notSaved(String reason) {
        watch.notSaved(reason);
    }

    @Override
    public void failed(Exception failure) {
        if (failure instanceof CohortWatch.GivenUp) {
            over(List.of());
            return;
        }
        String reason = Reason.of(failure);
        watch.failed(reason, failure);
        failures.accept(reason);
        over(cohort.spec().lanes().stream()
                .map(lane -> TrialOutcome.failed(lane.trialId(), reason, cohort.fingerprint()))
                .toList());
    }

    private void over(List<TrialOutcome> outcomes) {
        trials = outcomes;
        nanos = nanos == 0 ? System.nanoTime() - since : nanos;
    }

    /** Without trials if it was given up, or left for another day. */
    CohortOutcome outcome() {
        return CohortOutcome.of(cohort, trials, nanos / 1e9);
    }
}
