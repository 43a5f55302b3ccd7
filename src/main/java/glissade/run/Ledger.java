package glissade.run;

import glissade.engine.CohortSpec;
import glissade.store.CheckpointFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The trials of a run that have ended, in files {@code finished-N} that are written beside the training, in the order in which
 * they ended: as many a file as have come together, and no more files than would cost 2 % of the time.
 */
final class Ledger implements AutoCloseable {
    private static final String PREFIX = "finished-";
    private static final long PATIENCE = 49;
    private static final long LONGEST_MILLIS = 30_000;

    private final CheckpointFolder folder;
    private final Consumer<String> troubles;
    private final Thread writer = new Thread(this::work, "glissade-ledger");
    private List<FinishedTrial> pending = new ArrayList<>();
    private List<String> cohorts = new ArrayList<>();
    private long number;
    private boolean closed;

    Ledger(CheckpointFolder folder, Consumer<String> troubles) {
        this.folder = folder;
        this.troubles = troubles;
        writer.setDaemon(true);
        writer.start();
    }

    /** All that was written before and is whole; asked for before anything is added. */
    List<FinishedTrial> read() throws IOException {
        for (String name : folder.names()) {
            if (isPart(name)) {
                number = Math.max(number, Long.parseLong(name.substring(PREFIX.length())));
            }
        }
        return stored(folder, trouble -> troubles.accept(trouble + "; the trials in it are trained again"));
    }

    /** Whether a file of that name is one of these. */
    static boolean isPart(String name) {
        return name.startsWith(PREFIX);
    }

    /** All that is in a folder, and whole. */
    static List<FinishedTrial> stored(CheckpointFolder folder, Consumer<String> troubles) throws IOException {
        List<FinishedTrial> all = new ArrayList<>();
        for (String name : folder.names()) {
            if (isPart(name)) {
                try {
                    all.addAll(folder.read(name, in -> {
                        List<FinishedTrial> trials = new ArrayList<>();
                        for (int left = in.readInt(); left > 0; left--) {
                            trials.add(FinishedTrial.read(in));
                        }
                        return trials;
                    }));
                } catch (IOException | RuntimeException e) {
                    troubles.accept(e.getMessage());
                }
            }
        }
        return all;
    }

    /** Takes the trials of a cohort, whose state is no longer needed then. */
    synchronized void add(List<FinishedTrial> trials, String cohort) {
        pending.addAll(trials);
        cohorts.add(cohort);
        notifyAll();
    }

    private void work() {
        try {
            while (awaitWork()) {
                long start = System.nanoTime();
                boolean written = write();
                rest(written ? (System.nanoTime() - start) / 1_000_000 * PATIENCE : LONGEST_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (pending.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    private synchronized void rest(long millis) throws InterruptedException {
        long end = System.nanoTime() + Math.min(millis, LONGEST_MILLIS) * 1_000_000;
        while (!closed && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    /** Writes what is there; what cannot be written is tried again. */
    private boolean write() {
        List<FinishedTrial> trials;
        List<String> ended;
        synchronized (this) {
            trials = pending;
            ended = cohorts;
            pending = new ArrayList<>();
            cohorts = new ArrayList<>();
        }
        if (trials.isEmpty()) {
            return true;
        }
        try {
            folder.write(String.format(Locale.ROOT, "%s%08d", PREFIX, number + 1), out -> {
                out.writeInt(trials.size());
                for (FinishedTrial trial : trials) {
                    trial.write(out);
                }
            });
            number++;
            for (String cohort : ended) {
                for (String state : CohortSpec.stateNames(cohort)) {
                    folder.delete(state);
                }
            }
            return true;
        } catch (IOException | RuntimeException e) {
            troubles.accept("a checkpoint was not written: " + e.getMessage());
            synchronized (this) {
                pending.addAll(0, trials);
                cohorts.addAll(0, ended);
            }
            return false;
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = Thread.interrupted();
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        write();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
