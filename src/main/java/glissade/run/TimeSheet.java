package glissade.run;

import glissade.store.CheckpointFolder;
import glissade.store.Damaged;
import java.io.IOException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * How long the processes of a run have been at it, one after the other; the time between them, in which nobody was, does not
 * count. Kept beside the checkpoints every {@value #PERIOD_MILLIS} ms, which is what a process that is killed may lose of it.
 */
final class TimeSheet implements AutoCloseable {
    private static final String FILE = "time";
    private static final long PERIOD_MILLIS = 5_000;

    private final CheckpointFolder folder;
    private final Spent before;
    private final DoubleSupplier seconds;
    private final DoubleSupplier training;
    private final BooleanSupplier lost;
    private final Timer timer = new Timer("glissade-time", true);
    private boolean closed;

    /**
     * What it took.
     *
     * @param seconds on the wall, from the first to the last of each process
     * @param training those of them in which there was training
     */
    record Spent(double seconds, double training) {
        static final Spent NOTHING = new Spent(0, 0);
    }

    /**
     * Goes on with the sheet of a run.
     *
     * @param seconds of this process so far
     * @param training those of them in which there was training
     * @param lost whether the folder has become somebody else's
     */
    TimeSheet(
            CheckpointFolder folder,
            DoubleSupplier seconds,
            DoubleSupplier training,
            BooleanSupplier lost,
            Consumer<String> troubles)
            throws IOException {
        this.folder = folder;
        this.seconds = seconds;
        this.training = training;
        this.lost = lost;
        this.before = read(folder, troubles);
        write();
        TimerTask entry = new TimerTask() {
            @Override
            public void run() {
                tryWriting();
            }
        };
        timer.schedule(entry, PERIOD_MILLIS, PERIOD_MILLIS);
    }

    private static Spent read(CheckpointFolder folder, Consumer<String> troubles) throws IOException {
        try {
            Spent read = folder.json(FILE, Spent.class);
            return read == null ? Spent.NOTHING : read;
        } catch (Damaged e) {
            troubles.accept(e.getMessage() + "; the time of earlier processes is not known");
            return Spent.NOTHING;
        }
    }

    /** By the processes before this one. */
    Spent before() {
        return before;
    }

    /** By all processes, until now. */
    Spent total() {
        return new Spent(before.seconds() + seconds.getAsDouble(), before.training() + training.getAsDouble());
    }

    private void write() throws IOException {
        folder.writeJson(FILE, total());
    }

    private synchronized void tryWriting() {
        try {
            if (!closed && !lost.getAsBoolean()) {
                write();
            }
        } catch (IOException | RuntimeException e) {
            // The next entry may succeed; without it some seconds are not counted.
        }
    }

    /** Nothing is written any more, so that the folder may go. */
    synchronized void discard() {
        closed = true;
        timer.cancel();
    }

    /** Leaves the last entry. */
    @Override
    public void close() {
        tryWriting();
        discard();
    }
}
