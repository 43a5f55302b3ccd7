package glissade.run;

import glissade.engine.StateStore;
import glissade.store.CheckpointFolder;
import java.io.IOException;

/** The states of cohorts in the folder of their run. */
final class StoredStates implements StateStore {
    private static final long serialVersionUID = 1;

    private final CheckpointFolder folder;
    private final boolean executors;

    /** {@code executors} that see the folder write there themselves. */
    StoredStates(CheckpointFolder folder, boolean executors) {
        this.folder = folder;
        this.executors = executors;
    }

    @Override
    public void write(String name, Content content) throws IOException {
        folder.write(name, content::writeTo);
    }

    @Override
    public <T> T read(String name, Reading<T> reading) throws IOException {
        return folder.read(name, reading::from);
    }

    @Override
    public boolean isReachedByExecutors() {
        return executors;
    }
}
