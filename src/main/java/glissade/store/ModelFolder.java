package glissade.store;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The files of a model on any Hadoop file system; see {@link ModelFiles}. */
public final class ModelFolder {
    private final Folder folder;

    private ModelFolder(Folder folder) {
        this.folder = folder;
    }

    /** Of a run's folder, or of the model's own; empty if neither holds one. */
    public static Optional<ModelFolder> find(Configuration configuration, String runOrModel) throws IOException {
        Path path = new Path(runOrModel);
        for (Path place : new Path[] {new Path(path, RunFolder.MODEL).getParent(), path}) {
            Folder folder = new Folder(configuration, place);
            if (folder.holds(ModelFiles.DESCRIPTION)) {
                return Optional.of(new ModelFolder(folder));
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

    private byte[] bytes(String name) throws IOException {
        byte[] bytes = folder.read(name);
        if (bytes == null) {
            throw new IOException(folder.path(name) + " is missing");
        }
        return bytes;
    }
}
