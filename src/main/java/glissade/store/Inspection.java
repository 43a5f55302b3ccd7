package glissade.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Holds all files of a run that has ended against what was written, and mends those of which there is a good copy.
 *
 * @param listed files that have a line in the list
 * @param isUnchecked whether there is nothing to hold them against, as in folders of an older version
 * @param mended sentences on files that are now as they were
 * @param drawn pictures and pages that are not what was written, and follow from tables
 * @param lost what is wrong with others
 */
public record Inspection(
        SortedSet<String> listed, boolean isUnchecked, List<String> mended, List<Damaged> drawn, List<Damaged> lost) {
    private static final List<String> DRAWN = List.of(RunFolder.REPORT + "/", "tensorboard/");

    public Inspection {
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
        mended = List.copyOf(mended);
        drawn = List.copyOf(drawn);
        lost = List.copyOf(lost);
    }

    /** Whether all is as it was written. */
    public boolean isSound() {
        return mended.isEmpty() && drawn.isEmpty() && lost.isEmpty();
    }

    /** Looks at every file once. */
    static Inspection of(SealedFolder files, StatusFile status, boolean mend) throws IOException {
        List<String> mended = new ArrayList<>();
        List<Damaged> drawn = new ArrayList<>();
        List<Damaged> lost = new ArrayList<>();
        Optional<Sums> sums = Optional.empty();
        try {
            status.read();
            status.requireList();
            sums = sums(files, mend, mended);
        } catch (Damaged e) {
            lost.add(e);
        }
        Map<String, String> listed = sums.orElse(Sums.NONE).byName();
        for (Map.Entry<String, String> each : listed.entrySet()) {
            String file = each.getKey();
            Optional<Damaged> damage = files.damage(file, each.getValue());
            if (damage.isPresent() && DRAWN.stream().anyMatch(file::startsWith)) {
                drawn.add(damage.get());
            } else if (damage.isPresent() && !(mend && mends(file, files, damage.get(), mended))) {
                lost.add(damage.get());
            }
        }
        return new Inspection(new TreeSet<>(listed.keySet()), sums.isEmpty() && lost.isEmpty(), mended, drawn, lost);
    }

    private static Optional<Sums> sums(SealedFolder files, boolean mend, List<String> mended) throws IOException {
        try {
            return files.sums();
        } catch (Damaged e) {
            if (!mend || !files.restoreList(Inspection::isListed)) {
                throw e;
            }
            mended.add(e.getMessage() + "; it was put back as it was, as the files prove");
            return files.sums();
        }
    }

    private static boolean isListed(String file) {
        return !file.equals(RunFolder.STATUS)
                && !file.equals(Sums.FILE)
                && !file.endsWith(RunFolder.LOG)
                && !file.startsWith(RunFolder.CHECKPOINTS + "/");
    }

    private static boolean mends(String file, SealedFolder files, Damaged damage, List<String> mended)
            throws IOException {
        Optional<byte[]> copy = new StoredTables(files, Notices.UNREAD).copy(file);
        if (copy.isPresent()) {
            files.write(file, copy.get());
            mended.add(damage.getMessage() + "; it was made anew of the same table in the other format");
        }
        return copy.isPresent();
    }
}
