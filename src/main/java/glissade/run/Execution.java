package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.Engine;
import glissade.gate.GateReport;
import glissade.plan.Plan;
import glissade.plan.PlannedData;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Gatekeeper gate;
    private final List<SweepCohort> cohorts;
    private final Progress progress;

    /** Held while the folder is written to, so that nothing is added to a run that has been interrupted. */
    private final ReentrantLock books = new ReentrantLock();

    private final Training training;
    private final BooleanSupplier lost;
    private final List<String> troubles = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<Stop> stop = new AtomicReference<>();

    private int continued;
    private Bulletin bulletin;
    private TimeSheet times;
    private volatile RunLog log;
    private volatile boolean interrupted;

    /** That the run is to end before its time: with which code, and why. */
    private record Stop(int code, String sentence) {}

    /** Of a plan, over its data as the plan cuts it, without a gate. */
    public Execution(Plan plan, Function<PlannedData, ShardedData> data, RunFolder folder, Provenance provenance) {
        this(plan, data, folder, provenance, Gatekeeper.OPEN);
    }

    /** The same with a gate, in a folder that only the driver writes to, and nobody else. */
    public Execution(
            Plan plan,
            Function<PlannedData, ShardedData> data,
            RunFolder folder,
            Provenance provenance,
            Gatekeeper gate) {
        this(plan, data, folder, provenance, gate, false, () -> false);
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
            Gatekeeper gate,
            boolean executorsSeeFolder,
            BooleanSupplier lost) {
        this.plan = plan;
        this.folder = folder;
        this.provenance = provenance;
        this.gate = gate;
        this.cohorts = plan.cohorts().stream()
                .map(cohort -> new SweepCohort(
                        cohort.spec(), cohort.data().spec(), data.apply(cohort.data()), cohort.coreSeconds()))
                .toList();
        long epochs = cohorts.stream().mapToLong(SweepCohort::epochs).sum();
        this.progress = new Progress(plan.selection(), plan.trials().all().size(), epochs);
        this.training = new Training(plan, cohorts, progress, folder, executorsSeeFolder);
        this.lost = lost;
    }

    public Progress progress() {
        return progress;
    }

    /** Begins without anybody having said so; throws if the folder cannot be written, or the data is not the same. */
    public void begin() throws IOException {
        begin(Bulletin.begin(folder, null, lost));
    }

    /** Begins what was announced; throws if the folder cannot be written, or the data is not the same. */
    public void begin(Bulletin announced) throws IOException {
        bulletin = announced;
        continued = Beginning.claim(folder, plan, provenance, troubles::add);
        progress.enter(Phase.STARTING_SPARK);
        bulletin.enter(Phase.STARTING_SPARK);
        times = new TimeSheet(folder.checkpoints(), bulletin::seconds, progress::trainingSeconds, lost, troubles::add);
        progress.goOn(times.before().training());
    }

    /** Trains, so many cohorts at a time, and writes everything; the exit code. The engine is asked for once. */
    public int run(Supplier<Engine> engine, int threads) throws IOException, InterruptedException, RunFailed {
        try (RunLog opened = folder.openLog()) {
            log = opened;
            try {
                return train(engine, threads);
            } catch (InterruptedException e) {
                abandon(ExitCode.FAILED, "interrupted");
                throw e;
            } catch (Exception e) {
                throw failed(e);
            }
        } finally {
            times.close();
            over.countDown();
        }
    }

    private RunFailed failed(Exception failure) throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException(Reason.of(failure));
        }
        log.failure("failed: " + Reason.of(failure), failure);
        try {
            bulletin.fail(failure);
        } catch (IOException e) {
            // A full disk, perhaps: what went wrong first is what counts.
            failure.addSuppressed(e);
        }
        return new RunFailed(failure, folder.location() + "/" + RunFolder.LOG);
    }

    private int train(Supplier<Engine> engines, int threads) throws IOException, InterruptedException {
        log.line("experiment " + plan.name() + ", " + provenance.versions());
        Stream.concat(plan.notes().stream(), troubles.stream()).forEach(note -> log.line("warning: " + note));
        Optional<GateReport> refusal =
                gate.refuses(plan.data().stream().map(PlannedData::summary).toList());
        if (refusal.isPresent()) {
            return write(() -> end(bulletin.status()
                    .gateFailed(ExitCode.GATE_FAILED, null, refusal.get().reasons())));
        }
        Engine engine = engines.get();
        write(() -> enter(Phase.TRAINING));
        SweepOutcome outcome = training.run(engine, threads, log);
        return write(() -> {
            enter(Phase.WRITING);
            Conclusion conclusion = new Conclusion(plan, provenance, folder, gate, log, times, continued);
            if (outcome.isPartial()) {
                return endPartly(conclusion, outcome);
            }
            Status last = conclusion.whole(engine, outcome, bulletin.status());
            progress.enter(Phase.DONE);
            return end(last);
        });
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
        bulletin.enter(phase);
        return phase;
    }

    private int end(Status last) throws IOException {
        log.line("ended: " + (last.error() == null ? "all is well" : last.error()));
        bulletin.say(last);
        if (last.isTrained()) {
            times.discard();
            folder.checkpoints().deleteAll();
        }
        return last.exitCode();
    }

    private int endPartly(Conclusion conclusion, SweepOutcome outcome) throws IOException {
        conclusion.part(outcome);
        Stop why = stop.get();
        Status status = bulletin.status();
        return end(
                why.code() == ExitCode.PARTIAL
                        ? status.partial(why.code(), null, why.sentence())
                        : status.interrupted(why.code(), why.sentence()));
    }

    /**
     * Ends the run before its time: what is in training is left as it is, to be taken up again by the same command, and what
     * there is is written. Does not wait for that; whether there was something in training.
     */
    public boolean stop(int code, String sentence) {
        stop.compareAndSet(null, new Stop(code, sentence));
        return training.stop();
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
        boolean running = bulletin.isRunning();
        if (stop(code, sentence) && over.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
            return running && bulletin.status().state() == Status.State.INTERRUPTED;
        }
        return abandon(code, sentence);
    }

    private boolean abandon(int code, String sentence) throws IOException, InterruptedException {
        boolean quiet = books.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (!bulletin.isRunning()) {
                return false;
            }
            interrupted = true;
            times.close();
            if (log != null) {
                log.line(sentence);
                log.close();
            }
            return bulletin.interrupt(code, sentence);
        } finally {
            if (quiet) {
                books.unlock();
            }
        }
    }
}
