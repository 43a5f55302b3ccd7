package glissade.store;

import glissade.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;

/**
 * A folder whose files are listed in {@code SHA256SUMS} once they are finished. Each line there is true at any moment, wherever
 * the process is killed: before a file is written over by another content its line goes, and comes back by {@link #seal}.
 */
final class SealedFolder {
    private static final String NOT_AS_LISTED = "its SHA-256 is not that of " + Sums.FILE;

    private final Folder folder;
    private final String prefix;
    private final Map<String, String> unsealed;
    private final Notices notices;

    SealedFolder(Folder folder, Notices notices) {
        this(folder, "", new TreeMap<>(), notices);
    }

    private SealedFolder(Folder folder, String prefix, Map<String, String> unsealed, Notices notices) {
        this.folder = folder;
        this.prefix = prefix;
        this.unsealed = unsealed;
        this.notices = notices;
    }

    /** What is in a folder of it, listed in the same file. */
    SealedFolder beneath(String name) {
        return new SealedFolder(folder, prefix + name + "/", unsealed, notices);
    }

    SealedFolder telling(Notices others) {
        return new SealedFolder(folder, prefix, unsealed, others);
    }

    Path place(String name) {
        return folder.path(prefix + name);
    }

    private String path(String name) {
        return Folder.plain(place(name));
    }

    /** Writes a file whose content is not known before. */
    void write(String name, Folder.Content content) throws IOException {
        unlist(name);
        MessageDigest hash = Sha256.begun();
        folder.write(prefix + name, out -> {
            // Not closed: the stream is its owner's.
            DigestOutputStream hashed = new DigestOutputStream(out, hash);
            content.writeTo(hashed);
            hashed.flush();
        });
        remember(name, Sha256.text(hash));
    }

    /** Writes a file; one that has this content already, or should have it, stays listed. */
    void write(String name, byte[] bytes) throws IOException {
        String sum = Sha256.of(bytes);
        if (!sum.equals(listed(name, soundSums()))) {
            unlist(name);
        }
        folder.write(prefix + name, out -> out.write(bytes));
        remember(name, sum);
    }

    private void remember(String name, String sum) {
        synchronized (unsealed) {
            unsealed.put(prefix + name, sum);
        }
    }

    private void unlist(String name) throws IOException {
        synchronized (unsealed) {
            Optional<Sums> sums = soundSums();
            if (sums.isPresent() && sums.get().byName().containsKey(prefix + name)) {
                write(sums.get().without(prefix + name));
            }
        }
    }

    /** A list that is damaged is of no use any more once what it lists is written over. */
    private Optional<Sums> soundSums() throws IOException {
        try {
            return sums();
        } catch (Damaged e) {
            notices.tell(e.getMessage() + "; it is begun anew");
            folder.delete(Sums.FILE);
            return Optional.empty();
        }
    }

    private void write(Sums sums) throws IOException {
        folder.write(Sums.FILE, out -> out.write(sums.bytes()));
    }

    /** Lists what was written since the last time; where there is no list yet, only if one is to be begun. */
    void seal(boolean begin) throws IOException {
        synchronized (unsealed) {
            Optional<Sums> before = unsealed.isEmpty() ? Optional.empty() : soundSums();
            if (unsealed.isEmpty() || (before.isEmpty() && !begin)) {
                return;
            }
            Sums after = before.orElse(Sums.NONE).with(unsealed);
            if (before.isEmpty() || !after.equals(before.get())) {
                write(after);
            }
            unsealed.clear();
        }
    }

    /** Whether this process has written a file that is not listed yet. */
    boolean isUnsealed(String name) {
        synchronized (unsealed) {
            return unsealed.containsKey(prefix + name);
        }
    }

    boolean isSealed() throws IOException {
        return folder.holds(Sums.FILE);
    }

    /** The list; empty where there is none; throws if it is damaged. */
    Optional<Sums> sums() throws IOException {
        byte[] bytes = folder.read(Sums.FILE);
        return bytes == null ? Optional.empty() : Optional.of(Sums.parse(bytes, Folder.plain(folder.path(Sums.FILE))));
    }

    /** Null where it is not listed. */
    private String listed(String name) throws IOException {
        return listed(name, sums());
    }

    private String listed(String name, Optional<Sums> sums) {
        return sums.map(all -> all.byName().get(prefix + name)).orElse(null);
    }

    boolean isListed(String name) throws IOException {
        return listed(name) != null;
    }

    /** Whether a file should have these bytes. */
    boolean isAsListed(String name, byte[] bytes) throws IOException {
        return Sha256.of(bytes).equals(listed(name));
    }

    /** Whether a file is there, or should be. */
    boolean holds(String name) throws IOException {
        return folder.holds(prefix + name) || listed(name) != null;
    }

    /** A file's bytes, as they were written; null if there is no such file, and should be none. */
    byte[] read(String name) throws IOException {
        byte[] bytes = folder.read(prefix + name);
        check(name, listed(name), bytes == null ? null : Sha256.of(bytes));
        return bytes;
    }

    /** Throws {@link Damaged} if a file is not what was written. */
    void check(String name) throws IOException {
        String expected = listed(name);
        if (expected != null) {
            check(name, expected, sum(name));
        }
    }

    /** What is wrong with a file of which this is the sum; empty if nothing is. */
    Optional<Damaged> damage(String name, String expected) throws IOException {
        try {
            check(name, expected, sum(name));
            return Optional.empty();
        } catch (Damaged e) {
            return Optional.of(e);
        }
    }

    private void check(String name, String expected, String actual) throws Damaged {
        if (expected != null && actual == null) {
            throw Damaged.missing(path(name), "but " + Sums.FILE + " lists it");
        }
        if (expected != null && !expected.equals(actual)) {
            throw new Damaged(path(name), NOT_AS_LISTED);
        }
    }

    /** Null if there is no such file. */
    private String sum(String name) throws IOException {
        if (!folder.holds(prefix + name)) {
            return null;
        }
        try (InputStream in = folder.in(prefix + name)) {
            return Sha256.of(in);
        }
    }

    /**
     * Puts a damaged list back as it was, where the files themselves prove what it said; whether that could be done.
     *
     * @param finished what should be listed of all that lies there
     */
    boolean restoreList(Predicate<String> finished) throws IOException {
        byte[] bytes = folder.read(Sums.FILE);
        if (bytes == null) {
            return false;
        }
        String damaged = new String(bytes, StandardCharsets.UTF_8);
        List<String> there = folder.allFiles().stream().filter(finished).toList();
        List<String> listed = List.copyOf(Sums.lenient(damaged).byName().keySet());
        for (List<String> names : List.of(there, listed)) {
            TreeMap<String, String> actual = new TreeMap<>();
            for (String name : names) {
                String sum = sum(name);
                if (sum != null) {
                    actual.put(name, sum);
                }
            }
            Sums proven = new Sums(actual);
            if (proven.isProvenBy(damaged)) {
                write(proven);
                return true;
            }
        }
        return false;
    }

    Folder folder() {
        return folder;
    }
}
