package glissade.store;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files of a model on any Hadoop file system; see {@link ModelFiles}. */
public final class ModelFolder {
    private final Folder folder;
    /** Of the run, which lists these files too; only the model's own where it was taken out of there. */
    private final SealedFolder files;

    private final Notices notices;

    private ModelFolder(Folder folder, Notices notices) throws IOException {
        this.folder = folder;
        this.notices = notices;
        boolean ofRun = folder.path().getName().equals(ModelFiles.FOLDER);
        this.files = ofRun
                ? new SealedFolder(
                                new Folder(folder.configuration(), folder.path().getParent()), notices)
                        .beneath(ModelFiles.FOLDER)
                : new SealedFolder(folder, notices);
    }

    /** Of a run's folder, or of the model's own; empty if neither holds one. Somebody is told if it cannot be checked. */
    public static Optional<ModelFolder> find(Configuration configuration, String runOrModel, Consumer<String> reader)
            throws IOException {
        Notices notices = new Notices(reader);
        Path path = new Path(runOrModel);
        for (Path place : new Path[] {new Path(path, RunFolder.MODEL).getParent(), path}) {
            ModelFolder folder = new ModelFolder(new Folder(configuration, place), notices);
            if (folder.files.holds(ModelFiles.DESCRIPTION)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** As the record it was written from. */
    public <T extends Record> T description(Class<T> type) throws IOException {
        return Json.read(bytes(ModelFiles.DESCRIPTION), type);
    }

    public float[] parameters() throws IOException {
        return ModelFiles.floats(bytes(ModelFiles.PARAMETERS));
    }

    /** The folder of the run that it lies in, if it lies in one. */
    public RunFolder run() {
        return RunFolder.of(files.folder(), notices);
    }

    private byte[] bytes(String name) throws IOException {
        new StatusFile(files.folder(), files).requireList().ifPresent(notices::tell);
        byte[] bytes = files.read(name);
        if (bytes == null) {
            throw new IOException(Folder.plain(folder.path(name)) + " is missing");
        }
        return bytes;
    }
}
