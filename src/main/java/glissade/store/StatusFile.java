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

    StatusFile(Folder folder, SealedFolder files) {
        this.folder = folder;
        this.files = files;
    }

    /** Results of an older version have no list, and nothing can be promised of them. */
    void write(Status status) throws IOException {
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

    private Optional<CheckedJson.Content<Status>> content() throws IOException {
        return CheckedJson.read(folder, RunFolder.STATUS, Status.class);
    }

    /** Throws where there is no list although there must be one; what to say of a run that needs none and yet has results. */
    Optional<String> requireList() throws IOException {
        Optional<CheckedJson.Content<Status>> content = files.isSealed() ? Optional.empty() : content();
        if (content.isEmpty() || !hasResults(content.get().value())) {
            return Optional.empty();
        }
        if (content.get().isChecked()) {
            throw Damaged.missing(Folder.plain(folder.path(Sums.FILE)), "so that no file of the run can be checked");
        }
        return Optional.of(Folder.plain(folder.path()) + " is unchecked: it has no " + Sums.FILE
                + ", as an older version wrote it");
    }
}
