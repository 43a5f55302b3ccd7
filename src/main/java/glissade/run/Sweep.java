package glissade.run;

import glissade.engine.Engine;
import glissade.engine.LaneResult;
import glissade.store.RunLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains all cohorts, several at a time, each as its own Spark jobs. A cohort that fails becomes failed trials, with the
 * reason, and the others go on.
 */
final class Sweep {
    private final List<SweepCohort> cohorts;
    private final Engine engine;
    private final Progress progress;
    private final RunLog log;
    private final Keeper keeper;
    private final AtomicInteger started = new AtomicInteger();

    Sweep(List<SweepCohort> cohorts, Engine engine, Keeper keeper, Progress progress, RunLog log) {
        this.cohorts = List.copyOf(cohorts);
        this.engine = engine;
        this.keeper = keeper;
        this.progress = progress;
        this.log = log;
    }

    /** Trains until every trial has ended. */
    SweepOutcome run(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, this::daemon);
        try {
            List<Callable<CohortOutcome>> tasks = new ArrayList<>();
            cohorts.forEach(cohort -> tasks.add(() -> train(cohort)));
            List<CohortOutcome> outcomes = new ArrayList<>();
            for (Future<CohortOutcome> outcome : pool.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return new SweepOutcome(outcomes, keeper.holders());
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

    private CohortOutcome train(SweepCohort cohort) throws InterruptedException {
        long start = System.nanoTime();
        List<TrialOutcome> trials = trials(cohort);
        double seconds = (System.nanoTime() - start) / 1e9;
        long epochs = trials.stream().mapToLong(trial -> trial.curve().size()).sum();
        log.line("cohort " + cohort.spec().number() + " ended: " + trials.size() + " trials, " + epochs + " epochs");
        return new CohortOutcome(cohort, trials, seconds, epochs * cohort.trainingRows());
    }

    private List<TrialOutcome> trials(SweepCohort cohort) throws InterruptedException {
        try {
            return trained(cohort);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return failed(cohort, e);
        }
    }

    private List<TrialOutcome> trained(SweepCohort cohort) throws InterruptedException {
        List<TrialOutcome> trials = new ArrayList<>();
        List<LaneResult> results = engine.train(
                cohort.spec(), cohort.data(), (spec, points) -> progress.epochDone(points, cohort.trainingRows()));
        for (LaneResult result : results) {
            keeper.offer(cohort, result);
            progress.trialDone(result.status());
            trials.add(TrialOutcome.of(result, cohort.fingerprint()));
        }
        return trials;
    }

    private List<TrialOutcome> failed(SweepCohort cohort, Exception failure) {
        String reason = Reason.of(failure);
        log.failure("cohort " + cohort.spec().number() + " failed: " + reason, failure);
        progress.trialsFailed(cohort.spec().lanes().size());
        return cohort.spec().lanes().stream()
                .map(lane -> TrialOutcome.failed(lane.trialId(), reason, cohort.fingerprint()))
                .toList();
    }
}
