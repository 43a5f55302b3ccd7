package glissade.run;

import glissade.engine.Engine;
import glissade.engine.LaneResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Trains all cohorts, several at a time, each as its own Spark jobs. A cohort that fails becomes failed trials, with the
 * reason, and the others go on; or, where that is asked for, they are given up, and trials that have not ended are in no
 * table.
 */
final class Sweep {
    private final List<SweepCohort> cohorts;
    private final Engine engine;
    private final Progress progress;
    private final Keeper keeper;
    private final Diary diary;
    private final boolean failFast;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicReference<String> endedBy = new AtomicReference<>();

    Sweep(List<SweepCohort> cohorts, Engine engine, Keeper keeper, Progress progress, Diary diary, boolean failFast) {
        this.cohorts = List.copyOf(cohorts);
        this.engine = engine;
        this.keeper = keeper;
        this.progress = progress;
        this.diary = diary;
        this.failFast = failFast;
    }

    /** Trains until every trial has ended, or the first that failed ended the sweep. */
    SweepOutcome run(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, this::daemon);
        try {
            List<Callable<CohortOutcome>> tasks = new ArrayList<>();
            cohorts.forEach(cohort -> tasks.add(() -> train(cohort)));
            List<CohortOutcome> outcomes = new ArrayList<>();
            for (Future<CohortOutcome> outcome : pool.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            outcomes.removeIf(outcome -> outcome.trials().isEmpty());
            return new SweepOutcome(outcomes, keeper.holders(), endedBy.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "glissade-sweep-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private boolean isGivenUp() {
        return endedBy.get() != null;
    }

    private CohortOutcome train(SweepCohort cohort) throws InterruptedException {
        long start = System.nanoTime();
        List<TrialOutcome> trials = isGivenUp() ? List.of() : trials(cohort);
        double seconds = (System.nanoTime() - start) / 1e9;
        long epochs = trials.stream().mapToLong(trial -> trial.curve().size()).sum();
        return new CohortOutcome(cohort, trials, seconds, epochs * cohort.trainingRows());
    }

    private List<TrialOutcome> trials(SweepCohort cohort) throws InterruptedException {
        CohortWatch watch = new CohortWatch(cohort, progress, diary, this::isGivenUp);
        try {
            return trained(cohort, watch);
        } catch (InterruptedException e) {
            throw e;
        } catch (CohortWatch.GivenUp e) {
            return List.of();
        } catch (Exception e) {
            return failed(cohort, watch, e);
        }
    }

    private List<TrialOutcome> trained(SweepCohort cohort, CohortWatch watch) throws InterruptedException {
        watch.begun();
        List<LaneResult> results = engine.train(cohort.spec(), cohort.data(), watch);
        watch.ended(results);
        List<TrialOutcome> trials = new ArrayList<>();
        for (LaneResult result : results) {
            keeper.offer(cohort, result);
            trials.add(TrialOutcome.of(result, cohort));
        }
        return trials;
    }

    private List<TrialOutcome> failed(SweepCohort cohort, CohortWatch watch, Exception failure) {
        String reason = Reason.of(failure);
        watch.failed(reason, failure);
        if (failFast) {
            endedBy.compareAndSet(null, reason);
        }
        return cohort.spec().lanes().stream()
                .map(lane -> TrialOutcome.failed(lane.trialId(), reason, cohort.fingerprint()))
                .toList();
    }
}
