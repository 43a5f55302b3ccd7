package glissade.app;

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

    /** What a run may take to leave what it does. */
    private static final long SECONDS = 30;

    private final Execution execution;
    private final ProgressDisplay display;
    private final RunLock lock;
    private final String command;
    private final RunEnd end;
    private final PrintWriter err;
    private final Runnable hook = this::interrupt;
    private final long start = System.nanoTime();

    Interruption(
            Execution execution, ProgressDisplay display, RunLock lock, String command, RunEnd end, PrintWriter err) {
        this.execution = execution;
        this.display = display;
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

    private void interrupt() {
        String after = "interrupted after " + Rounded.seconds((System.nanoTime() - start) / 1e9);
        display.close();
        try {
            if (execution.interrupt(EndingSignal.exitCode(), after + "; to continue: " + command)) {
                err.println(after + "; run the same command to continue");
                err.flush();
                end.interrupted(EndingSignal.exitCode());
            }
            lock.close();
        } catch (IOException e) {
            err.println(after + "; " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        err.flush();
    }

    /** The run is over. If the process is ending already, what comes after a run does not come any more. */
    @Override
    public void close() {
        while (ShutdownHookManager.get().isShutdownInProgress()) {
            LockSupport.park(this);
        }
        ShutdownHookManager.get().removeShutdownHook(hook);
    }
}
