package glissade.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.hadoop.fs.Path;

/**
 * The right of one process to write into a run folder, on any Hadoop file system whose renames are atomic: a file {@code
 * .lock-N} that names the process and is written anew every {@value #BEAT_SECONDS} seconds. Whoever finds its owner dead makes
 * the file of the next number, which only one can; so nobody ever takes away a lock that is not the one it has found to be
 * dead. An owner on this machine is dead when its process is gone, one elsewhere when its file has grown old, by the clock of
 * the file system.
 */
public final class RunLock implements AutoCloseable {
    private static final String PREFIX = ".lock-";
    private static final String PROBE = ".probe";
    private static final int BEAT_SECONDS = 15;
    private static final long BEAT_MILLIS = 1_000L * BEAT_SECONDS;
    static final long OLD_MILLIS = 6 * BEAT_MILLIS;
    private static final int ATTEMPTS = 10;

    private final Folder folder;
    private final int number;
    private final RunProcess owner;
    private final String tag;
    /** Folders that were made for the lock. */
    private final NewFolders made;

    private final Timer heart = new Timer("glissade-lock", true);
    private volatile boolean lost;

    private RunLock(Folder folder, int number, RunProcess owner, String tag, NewFolders made) {
        this.folder = folder;
        this.number = number;
        this.owner = owner;
        this.tag = tag;
        this.made = made;
    }

    private RunLock beating() {
        TimerTask beat = new TimerTask() {
            @Override
            public void run() {
                beat();
            }
        };
        heart.schedule(beat, BEAT_MILLIS, BEAT_MILLIS);
        return this;
    }

    /** Somebody else is at it. */
    public static final class Held extends IOException {
        private static final long serialVersionUID = 1;

        private Held(Folder folder, Optional<RunProcess> holder) {
            super("another run holds " + Folder.plain(folder.path()) + ": "
                    + holder.map(process -> "process " + process.pid() + " on " + process.host()
                                    + (process.since() == null ? "" : ", started " + process.since()))
                            .orElse("a process that does not say which"));
        }
    }

    static RunLock take(Folder folder) throws IOException {
        RunProcess self = RunProcess.here();
        String tag = self.host() + "-" + self.pid() + "-" + System.nanoTime();
        NewFolders made = new NewFolders(folder);
        Optional<RunProcess> holder = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int last = numbers(folder).stream().max(Integer::compare).orElse(0);
            if (last > 0) {
                holder = owner(folder, last);
                if (!isDead(folder, last, holder, tag)) {
                    throw new Held(folder, holder);
                }
            }
            if (folder.create(PREFIX + (last + 1), tag, out -> Json.write(self, out))) {
                confirm(folder, last + 1, last, tag);
                return new RunLock(folder, last + 1, self, tag, made).beating();
            }
        }
        throw new Held(folder, holder);
    }

    /** Somebody may have come and gone, and a third come, since the folder was looked at. */
    private static void confirm(Folder folder, int mine, int dead, String tag) throws IOException {
        for (int other : numbers(folder)) {
            Optional<RunProcess> holder = owner(folder, other);
            if (other > mine || (other != mine && other != dead && !isDead(folder, other, holder, tag))) {
                folder.delete(PREFIX + mine);
                throw new Held(folder, holder);
            }
        }
        for (int other : numbers(folder)) {
            if (other < mine) {
                folder.delete(PREFIX + other);
            }
        }
    }

    private static List<Integer> numbers(Folder folder) throws IOException {
        return folder.children().stream()
                .filter(name -> name.matches("\\.lock-\\d{1,9}"))
                .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
                .toList();
    }

    /** Whether there is nothing else in a folder, if a lock at all. */
    static boolean isAlone(Folder folder) throws IOException {
        return folder.children().size() == numbers(folder).size();
    }

    /** When its holder last gave a sign of life, by the clock of the file system; empty where nobody holds it. */
    static Optional<Instant> lastSign(Folder folder) throws IOException {
        int last = numbers(folder).stream().max(Integer::compare).orElse(0);
        long written = last == 0 ? -1 : folder.written(PREFIX + last);
        return written < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(written));
    }

    /** Empty where the file is gone, or damaged. */
    private static Optional<RunProcess> owner(Folder folder, int number) throws IOException {
        byte[] bytes = folder.read(PREFIX + number);
        try {
            return bytes == null ? Optional.empty() : Optional.of(Json.read(bytes, RunProcess.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isDead(Folder folder, int number, Optional<RunProcess> owner, String tag)
            throws IOException {
        Optional<Boolean> alive = owner.flatMap(RunProcess::isAlive);
        if (alive.isPresent()) {
            return !alive.get();
        }
        String probe = PROBE + tag;
        folder.write(probe, out -> {});
        long now = folder.written(probe);
        folder.delete(probe);
        return now - folder.written(PREFIX + number) > OLD_MILLIS;
    }

    private void beat() {
        try {
            List<Integer> numbers = numbers(folder);
            lost = !numbers.contains(number) || numbers.stream().anyMatch(other -> other > number);
            if (!lost) {
                folder.write(PREFIX + number, tag, out -> Json.write(owner, out));
            }
        } catch (IOException | RuntimeException e) {
            // The next beat may do better; without one for long enough, the lock is somebody else's.
        }
    }

    /** Whether it was taken away, as no sign of life came from this process for too long. */
    public boolean isLost() {
        return lost;
    }

    /** Gives the folder another name, with all that is in it, and another run its place. */
    void moveAway(String name) throws IOException {
        heart.cancel();
        folder.moveTo(name);
        new Folder(folder.configuration(), new Path(folder.path().getParent(), name)).delete(PREFIX + number);
    }

    /** Leaves the folder to others; without a trace, if nothing has come into it. */
    @Override
    public void close() throws IOException {
        heart.cancel();
        if (!lost) {
            folder.delete(PREFIX + number);
            made.deleteEmpty();
        }
    }
}
