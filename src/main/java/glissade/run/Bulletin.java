package glissade.run;

import glissade.store.RunFolder;
import glissade.store.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What {@code status.json} says of a run, from the first second of the process that is at it. Should the run be refused, the
 * folder says again what it said before; once it was interrupted, or has lost its folder, nothing more is said.
 */
public final class Bulletin {
    private final RunFolder folder;
    private final Optional<Status> before;
    private final long start = System.nanoTime();
    private final BooleanSupplier lost;
    private Status status;
    private boolean interrupted;

    private Bulletin(RunFolder folder, String command, BooleanSupplier lost) throws IOException {
        this.folder = folder;
        this.lost = lost;
        this.before = folder.statusIfSound();
        this.status = Status.begun(command);
    }

    /**
     * Says that a run begins in a folder.
     *
     * @param command that was given; null where it is not known
     * @param lost whether the folder has become somebody else's, who says what is to be said then
     */
    public static Bulletin begin(RunFolder folder, String command, BooleanSupplier lost) throws IOException {
        Bulletin bulletin = new Bulletin(folder, command, lost);
        folder.writeStatus(bulletin.status);
        return bulletin;
    }

    /** Since this process began. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private boolean isOurs() {
        return !interrupted && !lost.getAsBoolean();
    }

    synchronized Status status() {
        return status;
    }

    synchronized boolean isRunning() {
        return isOurs() && status.state() == Status.State.RUNNING;
    }

    public synchronized void enter(Phase phase) throws IOException {
        say(status.in(phase.text()));
    }

    synchronized void say(Status next) throws IOException {
        if (isOurs()) {
            status = next;
            folder.writeStatus(next);
        }
    }

    /** The gate is closed before anything was trained. */
    public synchronized void closeGate(List<String> reasons) throws IOException {
        say(status.gateFailed(ExitCode.GATE_FAILED, null, reasons));
    }

    /** Nobody foresaw this; what was said of it already stands. */
    public synchronized void fail(Exception failure) throws IOException {
        if (isRunning()) {
            say(status.failed(Troubles.of(ExitCode.FAILED, failure)));
        }
    }

    /** The run may not be, and nothing of it has come into the folder but what this has said. */
    public synchronized void takeBack() throws IOException {
        if (before.isPresent()) {
            say(before.get());
        } else if (isOurs()) {
            folder.deleteStatus();
        }
    }

    /** The process ends with this code, and why; whether there was still something to interrupt. */
    public synchronized boolean interrupt(int code, String sentence) throws IOException {
        if (!isRunning()) {
            return false;
        }
        say(status.interrupted(code, sentence));
        interrupted = true;
        return true;
    }
}
