package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Engine;
import glissade.engine.Saving;
import glissade.plan.Plan;
import glissade.plan.PlannedData;
import glissade.store.CheckpointFolder;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A run, from its first trace in the folder to its last. */
public final class Execution {
    /** How long an interruption waits for results that are being written. */
    private static final long PATIENCE_MILLIS = 1_500;

    /** How long it waits for those who train to leave what they do, and for what there is to be written. */
    private static final long GRACE_SECONDS = 20;

    private final Plan plan;
    private final RunFolder folder;
    private final Provenance provenance;
    private final List<SweepCohort> cohorts;
    private final Progress progress;

    /** Held while the folder is written to, so that nothing is added to a run that has been interrupted. */
    private final ReentrantLock books = new ReentrantLock();

    private final boolean executorsSeeFolder;
    private final BooleanSupplier lost;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Stop> stop = new AtomicReference<>();

    private final List<String> troubles = new ArrayList<>();
    private Status status = Status.begun();
    private volatile Sweep sweep;
    private volatile RunLog log;
    private volatile boolean interrupted;

    /** That the run is to end before its time: with which code, and why. */
    private record Stop(int code, String sentence) {}

    /** Of a plan, over its data as the plan cuts it; in a folder that only the driver writes to, and nobody else. */
    public Execution(Plan plan, Function<PlannedData, ShardedData> data, RunFolder folder, Provenance provenance) {
        this(plan, data, folder, provenance, false, () -> false);
    }

    /**
     * The same in any folder.
     *
     * @param executorsSeeFolder whether tasks can write into it
     * @param lost whether it has become somebody else's
     */
    public Execution(
            Plan plan,
            Function<PlannedData, ShardedData> data,
            RunFolder folder,
            Provenance provenance,
            boolean executorsSeeFolder,
            BooleanSupplier lost) {
        this.executorsSeeFolder = executorsSeeFolder;
        this.lost = lost;
        this.plan = plan;
        this.folder = folder;
        this.provenance = provenance;
        this.cohorts = plan.cohorts().stream()
                .map(cohort -> new SweepCohort(
                        cohort.spec(), cohort.data().spec(), data.apply(cohort.data()), cohort.coreSeconds()))
                .toList();
        long epochs = cohorts.stream().mapToLong(SweepCohort::epochs).sum();
        this.progress = new Progress(plan.selection(), plan.trials().all().size(), epochs);
    }

    public Progress progress() {
        return progress;
    }

    /** Leaves the first trace; throws if the folder cannot be written, or the run was begun with other data. */
    public void begin() throws IOException {
        CheckpointFolder checkpoints = folder.checkpoints();
        Beginning beginning = Beginning.of(plan, provenance);
        Beginning before = Beginning.of(folder, troubles::add);
        List<String> changed = before == null ? List.of() : before.changed(beginning);
        if (!changed.isEmpty()) {
            throw new IOException("the content of " + String.join(" and ", changed)
                    + " is not what it was when the run in " + folder.location()
                    + " began: give another --run-id, or --fresh to start over");
        }
        folder.clean();
        checkpoints.clean();
        checkpoints.writeJson(Beginning.FILE, beginning);
        progress.enter(Phase.STARTING);
        status = status.in(Phase.STARTING.text());
        folder.writeStatus(status);
    }

    /** Trains, so many cohorts at a time, and writes everything; the exit code. The engine is asked for once. */
    public int run(Supplier<Engine> engine, int threads) throws IOException, InterruptedException, RunFailed {
        try (RunLog opened = folder.openLog()) {
            log = opened;
            try {
                return train(engine, threads);
            } catch (InterruptedException e) {
                interrupt(ExitCode.FAILED, "interrupted");
                throw e;
            } catch (Exception e) {
                throw failed(e);
            }
        } finally {
            over.countDown();
        }
    }

    private RunFailed failed(Exception failure) throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException(Reason.of(failure));
        }
        log.failure("failed: " + Reason.of(failure), failure);
        try {
            folder.writeStatus(status.failed(ExitCode.FAILED, Reason.of(failure)));
        } catch (IOException e) {
            // A full disk, perhaps: what went wrong first is what counts.
            failure.addSuppressed(e);
        }
        return new RunFailed(failure, folder.location() + "/" + RunFolder.LOG);
    }

    private int train(Supplier<Engine> engines, int threads) throws IOException, InterruptedException {
        log.line("experiment " + plan.name() + ", " + provenance.versions());
        Stream.concat(plan.notes().stream(), troubles.stream()).forEach(note -> log.line("warning: " + note));
        Engine engine = engines.get();
        write(() -> enter(Phase.TRAINING));
        long start = System.nanoTime();
        SweepOutcome outcome = sweep(engine, threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        return write(() -> {
            enter(Phase.WRITING);
            return outcome.isPartial() ? endPartly(outcome, seconds) : end(engine, outcome, seconds);
        });
    }

    private SweepOutcome sweep(Engine engine, int threads) throws IOException, InterruptedException {
        int epochs = plan.cohorts().stream().mapToInt(cohort -> cohort.epochs()).sum();
        Diary diary = new Diary(log, epochs);
        CheckpointFolder checkpoints = folder.checkpoints();
        StoredStates states = new StoredStates(checkpoints, executorsSeeFolder);
        Saving saving = new Saving(states, plan.checkpointMinutes(), plan.checkpointSteps());
        Ledger ledger = new Ledger(checkpoints, trouble -> diary.line(Diary.Kind.TROUBLE, "warning: " + trouble));
        try (Safekeeping safekeeping = Safekeeping.of(cohorts, saving, ledger, this::keeper, progress)) {
            int before = safekeeping.finished().stream()
                    .mapToInt(cohort -> cohort.trials().size())
                    .sum();
            if (before > 0) {
                log.line("goes on: " + before + " of " + plan.trials().all().size() + " trials have ended before");
            }
            sweep = new Sweep(safekeeping, engine, progress, diary, plan.failFast());
            if (stop.get() != null) {
                sweep.stop();
            }
            return sweep.run(threads);
        } finally {
            diary.close();
        }
    }

    private Keeper keeper() {
        int most = Math.max(plan.details(), plan.boundaries());
        return plan.trials().isReplicated() ? new ConfigurationKeeper(plan.trials(), most) : new Champion(most);
    }

    /** Something that is written, unless the run was interrupted before. */
    private interface Writing<T> {
        T write() throws IOException;
    }

    private <T> T write(Writing<T> writing) throws IOException, InterruptedException {
        books.lock();
        try {
            if (interrupted) {
                throw new InterruptedException();
            }
            if (lost.getAsBoolean()) {
                throw new IOException("another process has taken over " + folder.location()
                        + ", as no sign of life came from this one for too long");
            }
            return writing.write();
        } finally {
            books.unlock();
        }
    }

    private Phase enter(Phase phase) throws IOException {
        progress.enter(phase);
        log.line("phase " + phase.text());
        status = status.in(phase.text());
        folder.writeStatus(status);
        return phase;
    }

    private int end(Engine engine, SweepOutcome outcome, double seconds) throws IOException {
        String digest = Results.write(plan.trials(), outcome, folder);
        new Details(engine, log, plan.details(), plan.boundaries()).write(outcome.leaders(), folder);
        folder.writeManifest(Manifest.of(plan, provenance, outcome, digest, seconds));
        log.line("digest " + digest);
        progress.enter(Phase.DONE);
        int code = outcome.endedBy() != null
                ? ExitCode.FAILED
                : outcome.nothingFinished() ? ExitCode.NO_TRIAL_FINISHED : ExitCode.DONE;
        status = switch (code) {
            case ExitCode.DONE -> status.succeeded(digest);
            case ExitCode.FAILED ->
                status.failed(code, "a trial failed, and output.fail-fast is true: " + outcome.endedBy());
            default -> status.failed(code, "no trial finished: " + outcome.firstReason());
        };
        log.line("ended: " + (status.error() == null ? "all is well" : status.error()));
        folder.writeStatus(status);
        if (code == ExitCode.DONE) {
            folder.checkpoints().deleteAll();
        }
        return code;
    }

    /** Leaves what there is, ranked, for whoever cannot wait for the rest. */
    private int endPartly(SweepOutcome outcome, double seconds) throws IOException {
        Stop why = stop.get();
        if (!outcome.isEmpty()) {
            Results.write(plan.trials(), outcome, folder);
            folder.writeManifest(Manifest.of(plan, provenance, outcome, null, seconds));
        }
        status = why.code() == ExitCode.PARTIAL
                ? status.partial(why.code(), null, why.sentence())
                : status.interrupted(why.code(), why.sentence());
        log.line("ended: " + why.sentence());
        folder.writeStatus(status);
        return why.code();
    }

    /**
     * Ends the run before its time: what is in training is left as it is, to be taken up again by the same command, and what
     * there is is written. Returns at once.
     */
    public void stop(int code, String sentence) {
        stop.compareAndSet(null, new Stop(code, sentence));
        Sweep running = sweep;
        if (running != null) {
            running.stop();
        }
    }

    /**
     * Stops the run from outside, on behalf of another thread than the one that trains, and waits for what that leaves. If it
     * takes too long, or does not train yet, it is left to itself: nothing that it does from then on leaves a trace.
     *
     * @param code with which the process is about to end
     * @param sentence why, for the status and the log
     * @return whether there was still something to interrupt
     */
    public boolean interrupt(int code, String sentence) throws IOException, InterruptedException {
        boolean running = status.state() == Status.State.RUNNING;
        stop(code, sentence);
        if (sweep != null && over.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
            return running && status.state() == Status.State.INTERRUPTED;
        }
        boolean quiet = books.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (interrupted || status.state() != Status.State.RUNNING) {
                return false;
            }
            interrupted = true;
            if (log != null) {
                log.line(sentence);
                log.close();
            }
            folder.writeStatus(status.interrupted(code, sentence));
            return true;
        } finally {
            if (quiet) {
                books.unlock();
            }
        }
    }
}
