package glissade.store;

import java.io.IOException;
import java.util.Optional;

/**
 * The file {@code status.json} of a run, which changes while others read it and so brings its own checksum. One with a checksum
 * that says that there are results also promises that there is a list of all files.
 */
final class StatusFile {
    private final Folder folder;
    private final SealedFolder files;

    private final Notices notices;

    StatusFile(Folder folder, SealedFolder files, Notices notices) {
        this.folder = folder;
        this.files = files;
        this.notices = notices;
    }

    /** Once a run has ended, its files are listed first. Results of an older version have no list, and no promise of one. */
    void write(Status status) throws IOException {
        try {
            if (status.state() != Status.State.RUNNING) {
                files.seal(files.isUnsealed(RunFolder.MANIFEST) || !folder.holds(RunFolder.MANIFEST));
            }
        } catch (IOException e) {
            // A full disk, perhaps: what went wrong first is what counts.
            if (status.state() != Status.State.FAILED) {
                throw e;
            }
            notices.tell(e.getMessage());
        }
        boolean promise = !hasResults(status) || files.isSealed();
        folder.write(RunFolder.STATUS, out -> {
            if (promise) {
                CheckedJson.write(status, out);
            } else {
                Json.write(status, out);
            }
        });
    }

    private boolean hasResults(Status status) throws IOException {
        return status.isTrained() || (status.state() == Status.State.PARTIAL && folder.holds(RunFolder.MANIFEST));
    }

    /** Empty if there is none. */
    Optional<Status> read() throws IOException {
        Optional<Status> status = content().map(CheckedJson.Content::value);
        if (status.isEmpty() && files.isSealed() && !folder.holds(RunFolder.CHECKPOINTS)) {
            throw Damaged.missing(Folder.plain(folder.path(RunFolder.STATUS)), "but the run has ended");
        }
        return status;
    }

    /** The same of a run that can be continued without it, and then is: a damaged one is told of. */
    Optional<Status> readIfSound() throws IOException {
        try {
            return read();
        } catch (Damaged e) {
            if (!folder.holds(RunFolder.CHECKPOINTS)) {
                throw e;
            }
            notices.tell(e.getMessage() + "; the run goes on from its checkpoints");
            return Optional.empty();
        }
    }

    private Optional<CheckedJson.Content<Status>> content() throws IOException {
        return CheckedJson.read(folder, RunFolder.STATUS, Status.class);
    }

    /** Throws where there is no list although there must be one; tells of results that have none as they are older. */
    void requireList() throws IOException {
        Optional<CheckedJson.Content<Status>> content = files.isSealed() ? Optional.empty() : content();
        if (content.isEmpty() || !hasResults(content.get().value())) {
            return;
        }
        if (content.get().isChecked()) {
            throw Damaged.missing(Folder.plain(folder.path(Sums.FILE)), "so that no file of the run can be checked");
        }
        notices.tell(Folder.plain(folder.path()) + " is unchecked: it has no " + Sums.FILE
                + ", as an older version wrote it");
    }
}
