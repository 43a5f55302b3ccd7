package glissade.run;

import glissade.engine.Engine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private final Engine engine;
    private final Progress progress;
    private final Safekeeping safekeeping;
    private final Diary diary;
    private final boolean failFast;
    private volatile boolean stopping;
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicReference<String> endedBy = new AtomicReference<>();
    private final ConcurrentLinkedQueue<CohortOutcome> outcomes = new ConcurrentLinkedQueue<>();

    /** Of what is left to do. */
    Sweep(Safekeeping safekeeping, Engine engine, Progress progress, Diary diary, boolean failFast) {
        this.safekeeping = safekeeping;
        this.engine = engine;
        this.progress = progress;
        this.diary = diary;
        this.failFast = failFast;
    }

    /**
     * Trains until every trial has ended, or the first that failed ended the sweep. So many threads take the longest cohorts;
     * one more takes the shortest, so that they do not wait for all the others: the FAIR scheduler gives it its share.
     */
    SweepOutcome run(int threads) throws InterruptedException {
        SweepQueue queue = new SweepQueue(safekeeping.left(), threads + 1, engine.largestPack());
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
            return outcome();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** What it has come to so far: cohorts that have ended, and those left in the middle if it is to stop. */
    SweepOutcome outcome() {
        List<CohortOutcome> all = new ArrayList<>(safekeeping.finished());
        Set<Integer> ended = new TreeSet<>();
        for (CohortOutcome outcome : outcomes) {
            if (!outcome.trials().isEmpty()) {
                all.add(outcome);
                ended.add(outcome.cohort().spec().number());
            }
        }
        List<SweepCohort> left = safekeeping.left().stream()
                .filter(cohort -> !ended.contains(cohort.spec().number()))
                .toList();
        all.addAll(stopping ? safekeeping.unfinished(left) : List.of());
        all.sort(Comparator.comparingInt(outcome -> outcome.cohort().spec().number()));
        boolean partial = stopping && !left.isEmpty();
        return new SweepOutcome(all, safekeeping.holders(), endedBy.get(), partial);
    }

    /** Ends it as soon as may be without losing anything: what is in training is left, to be taken up again. */
    void stop() {
        stopping = true;
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
        while (!pack.isEmpty() && !isGivenUp() && !stopping) {
            train(pack);
            pack = source.get();
        }
        return null;
    }

    private void train(List<SweepCohort> pack) throws InterruptedException {
        List<CohortTraining> trainings = pack.stream()
                .map(cohort -> new CohortTraining(
                        cohort, safekeeping, progress, diary, this::isGivenUp, () -> stopping, this::failed))
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
