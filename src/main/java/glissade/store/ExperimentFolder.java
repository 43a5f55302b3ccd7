package glissade.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The folder {@code OUT/NAME/} of all runs of an experiment: their folders and, where it has a gate, {@code history.parquet},
 * see {@link HistorySchema}.
 */
public final class ExperimentFolder {
    private final Folder folder;
    private final Notices notices;

    ExperimentFolder(Folder folder, Notices notices) {
        this.folder = folder;
        this.notices = notices;
    }

    /** Under an output folder, which may be a path on any Hadoop file system. */
    public static ExperimentFolder of(Configuration configuration, String out, String name) throws IOException {
        return new ExperimentFolder(new Folder(configuration, new Path(out, name)), Notices.UNREAD);
    }

    /** The same folder, which tells somebody of each file that is not what was written and is done without. */
    public ExperimentFolder telling(Consumer<String> reader) {
        return new ExperimentFolder(folder, new Notices(reader));
    }

    /** All under an output folder, by name. */
    public static List<ExperimentFolder> all(Configuration configuration, String out) throws IOException {
        List<ExperimentFolder> all = new ArrayList<>();
        for (String name : new Folder(configuration, new Path(out)).children()) {
            if (!name.startsWith(".")) {
                all.add(of(configuration, out, name));
            }
        }
        return all;
    }

    public String name() {
        return folder.path().getName();
    }

    /** Where it lies: a plain path on the local file system, otherwise a URI. */
    public String location() {
        return Folder.plain(folder.path());
    }

    /** The folder of a run, be it there or not. */
    public RunFolder run(String id) throws IOException {
        return RunFolder.of(new Folder(folder.configuration(), folder.path(id)), notices);
    }

    /** Of every run that has begun, by id. */
    public List<RunFolder> runs() throws IOException {
        List<RunFolder> runs = new ArrayList<>();
        for (String id : folder.children()) {
            if (!id.startsWith(".") && run(id).isUsed()) {
                runs.add(run(id));
            }
        }
        return runs;
    }

    /** What a run said of itself last; a run whose status is damaged is told of and has none. */
    public Optional<Status> status(RunFolder run) throws IOException {
        try {
            return run.status();
        } catch (Damaged e) {
            notices.tell(e.getMessage() + "; the run is passed over");
            return Optional.empty();
        }
    }

    /** Takes a run away with everything in it. */
    public void remove(String id) throws IOException {
        folder.remove(id);
    }

    /** Adds a row to the history, in place of the one that the run may have had; cells by column of {@link HistorySchema}. */
    public void record(String run, Map<String, ?> cells) throws IOException {
        new History(folder, notices).put(run, cells);
    }

    /** Without rows where no run has added one. */
    public Table history() throws IOException {
        return new History(folder, notices).table();
    }
}
