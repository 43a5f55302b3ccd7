package glissade.app;

import glissade.run.Bulletin;
import glissade.run.Execution;
import glissade.run.Reason;
import glissade.store.RunLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * What happens to a run when the process is told to end (Ctrl-C, a scheduler's SIGTERM): its folder and its user are told,
 * then Spark stops, and the process ends with the signal's exit code. Hadoop's hooks run one after the other, Spark's among
 * them; Java's own all run at once.
 */
final class Interruption implements AutoCloseable {
    /** Before Spark's, which is 40, and before file systems are closed at 10. */
    private static final int PRIORITY = 100;

    /** What a run may take to leave what it does, and whoever is told of it. */
    private static final long SECONDS = 30;

    private final Bulletin bulletin;
    private final RunLock lock;
    private final String command;
    private final RunEnd end;
    private final PrintWriter err;
    private final Runnable hook = this::interrupt;
    private final long start = System.nanoTime();
    private Execution execution;
    private ProgressDisplay display;
    private boolean begun;

    /** Of a run that has said that it begins. */
    Interruption(Bulletin bulletin, RunLock lock, String command, RunEnd end, PrintWriter err) {
        this.bulletin = bulletin;
        this.lock = lock;
        this.command = command;
        this.end = end;
        this.err = err;
    }

    /** From now on. */
    void watch() {
        EndingSignal.watch();
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, SECONDS, TimeUnit.SECONDS);
    }

    /** From now on there is training to be left in good order. */
    void watch(Execution training, ProgressDisplay shown) {
        if (!take(training, shown)) {
            awaitEnd();
        }
    }

    /** Training has ended; what comes after it does not come in a process that is ending. */
    void letPass() {
        if (hasBegun()) {
            awaitEnd();
        }
    }

    private synchronized boolean hasBegun() {
        return begun;
    }

    private synchronized boolean take(Execution training, ProgressDisplay shown) {
        execution = training;
        display = shown;
        return !begun;
    }

    private synchronized void begin() {
        begun = true;
    }

    private void interrupt() {
        begin();
        String after = "interrupted after " + Rounded.seconds((System.nanoTime() - start) / 1e9);
        try {
            boolean interrupted = leave(EndingSignal.exitCode(), after + "; to continue: " + command);
            lock.close();
            if (interrupted) {
                err.println(after + "; run the same command to continue");
                err.flush();
            }
            end.interrupted(EndingSignal.exitCode());
        } catch (IOException e) {
            err.println(after + "; " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
    }

    private boolean leave(int code, String sentence) throws IOException, InterruptedException {
        if (execution == null) {
            return bulletin.interrupt(code, sentence);
        }
        display.close();
        return execution.interrupt(code, sentence);
    }

    /** The run is over. If the process is ending already, what comes after a run does not come any more. */
    @Override
    public void close() {
        if (ShutdownHookManager.get().isShutdownInProgress()) {
            awaitEnd();
        }
        ShutdownHookManager.get().removeShutdownHook(hook);
    }

    private void awaitEnd() {
        while (true) {
            LockSupport.park(this);
        }
    }
}
