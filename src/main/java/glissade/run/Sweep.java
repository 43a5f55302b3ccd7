package glissade.run;

import glissade.engine.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Trains all cohorts, several at a time, each as its own Spark jobs, or with others if it is short. A cohort that fails becomes
 * failed trials, with the reason, and the others go on; or, where that is asked for, they are given up, and trials that have
 * not ended are in no table.
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
    private final ConcurrentLinkedQueue<CohortOutcome> outcomes = new ConcurrentLinkedQueue<>();

    Sweep(List<SweepCohort> cohorts, Engine engine, Keeper keeper, Progress progress, Diary diary, boolean failFast) {
        this.cohorts = List.copyOf(cohorts);
        this.engine = engine;
        this.keeper = keeper;
        this.progress = progress;
        this.diary = diary;
        this.failFast = failFast;
    }

    /**
     * Trains until every trial has ended, or the first that failed ended the sweep. So many threads take the longest cohorts;
     * one more takes the shortest, so that they do not wait for all the others: the FAIR scheduler gives it its share.
     */
    SweepOutcome run(int threads) throws InterruptedException {
        SweepQueue queue = new SweepQueue(cohorts, threads + 1, engine.largestPack());
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> trainFrom(queue::longest));
        }
        work.add(() -> trainFrom(queue::shortest));
        ExecutorService pool = Executors.newFixedThreadPool(threads + 1, this::daemon);
        try {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
            List<CohortOutcome> trained = new ArrayList<>(outcomes);
            trained.removeIf(outcome -> outcome.trials().isEmpty());
            trained.sort(
                    Comparator.comparingInt(outcome -> outcome.cohort().spec().number()));
            return new SweepOutcome(trained, keeper.holders(), endedBy.get());
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

    private Void trainFrom(Supplier<List<SweepCohort>> source) throws InterruptedException {
        List<SweepCohort> pack = source.get();
        while (!pack.isEmpty() && !isGivenUp()) {
            train(pack);
            pack = source.get();
        }
        return null;
    }

    private void train(List<SweepCohort> pack) throws InterruptedException {
        List<CohortTraining> trainings = pack.stream()
                .map(cohort -> new CohortTraining(cohort, keeper, progress, diary, this::isGivenUp, this::failed))
                .toList();
        trainings.forEach(CohortTraining::begin);
        engine.trainAll(trainings);
        trainings.forEach(training -> outcomes.add(training.outcome()));
    }

    private void failed(String reason) {
        if (failFast) {
            endedBy.compareAndSet(null, reason);
        }
    }
}
