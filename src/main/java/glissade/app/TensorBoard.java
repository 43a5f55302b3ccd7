package glissade.app;

import glissade.engine.Selection;
import glissade.report.EventFiles;
import glissade.report.Subject;
import glissade.run.Manifest;
import glissade.run.Reason;
import glissade.store.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes a run for TensorBoard. A run is done and stays so whether or not that can be written. */
final class TensorBoard {
    private TensorBoard() {}

    /** Whether a run asked for it. */
    static boolean isWanted(RunFolder folder) throws IOException {
        if (!folder.holds(RunFolder.MANIFEST)) {
            return false;
        }
        Object wanted = folder.manifest(Manifest.class).provenance().config().get("output.tensorboard");
        return Boolean.parseBoolean(String.valueOf(wanted));
    }

    /** Writes the files from the tables in a folder; why there are none, if there are none. */
    static Optional<String> write(RunFolder folder) throws IOException {
        if (!folder.holds(RunFolder.MANIFEST)) {
            return Optional.of("no files for TensorBoard: " + folder.location() + " has no results yet");
        }
        Manifest manifest = folder.manifest(Manifest.class);
        Selection selection = manifest.selection();
        try {
            Optional<String> none = EventFiles.write(
                    folder, new Subject(manifest.name(), selection.name(), selection.best(), List.of()));
            folder.seal();
            return none;
        } catch (IOException e) {
            return Optional.of("no files for TensorBoard: cannot write to " + folder.location() + "/"
                    + EventFiles.FOLDER + " (" + Reason.of(e) + ")");
        }
    }
}
