package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Assignment;
import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A cohort of a sweep while an engine trains it, and then what became of it. */
final class CohortTraining implements Assignment {
    private final SweepCohort cohort;
    private final Keeper keeper;
    private final CohortWatch watch;
    private final Consumer<String> failures;
    private List<TrialOutcome> trials = List.of();
    private long nanos;
    private long since;

    /** {@code failures} is told the reason if the cohort cannot be trained. */
    CohortTraining(
            SweepCohort cohort,
            Keeper keeper,
            Progress progress,
            Diary diary,
            BooleanSupplier givenUp,
            Consumer<String> failures) {
        this.cohort = cohort;
        this.keeper = keeper;
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
    public void legDone(CohortSpec spec, int epochs, long nanosOfLeg) {
        nanos += nanosOfLeg;
        watch.legDone(spec, epochs, nanosOfLeg);
    }

    @Override
    public void ended(List<LaneResult> results) {
        watch.ended(results);
        List<TrialOutcome> ended = new ArrayList<>();
        for (LaneResult result : results) {
            keeper.offer(cohort, result);
            ended.add(TrialOutcome.of(result, cohort));
        }
        over(ended);
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

    /** Without trials if it was given up. */
    CohortOutcome outcome() {
        long epochs = trials.stream().mapToLong(trial -> trial.curve().size()).sum();
        return new CohortOutcome(cohort, trials, nanos / 1e9, epochs * cohort.trainingRows());
    }
}
