package glissade.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The folder {@code OUT/NAME/RUN-ID/} of one run.
 *
 * <pre>
 * status.json                           where the run stands, from its first second
 * manifest.json                         typed config, plan, data, versions, digest
 * run.log                               what happened when
 * gate.json                             what the gate found, where the experiment has one
 * trials, curves, layers, steps,
 * trajectory, timings .parquet          tables in full precision, see {@link Schemas}
 * predictions, confusion, metrics,
 * boundary, boundary_epochs, points,
 * pictures, landscape   .parquet        of the best trials, see {@link DetailSchemas}
 * configurations .parquet               where there are replicates
 * trials, curves, steps, trajectory,
 * configurations .csv                   the same as text
 * model/parameters.bin, model.json      the best trial's parameters
 * report/                               a page and pictures, drawn from the tables
 * tensorboard/                          the same for TensorBoard, where that is asked for
 * checkpoints/                          what is needed to continue; gone once the run has succeeded
 * .lock-N                               the process that is at it, see {@link RunLock}
 * trial-ID/                             a trial that was trained again by itself: steps, curves
 * </pre>
 *
 * <p>Nothing is created before the first write.
 */
public final class RunFolder {
    public static final String STATUS = "status.json";
    public static final String MANIFEST = "manifest.json";
    public static final String LOG = "run.log";
    public static final String GATE = "gate.json";
    public static final String MODEL = "model/model.json";
    public static final String REPORT = "report";
    public static final String PARAMETERS = "model/parameters.bin";

    private static final String CHECKPOINTS = "checkpoints";

    private final Folder folder;

    private RunFolder(Folder folder) {
        this.folder = folder;
    }

    /** The folder of a run under an output folder, which may be a path on any Hadoop file system. */
    public static RunFolder of(Configuration configuration, String out, String name, String runId) throws IOException {
        return new RunFolder(new Folder(configuration, new Path(new Path(out, name), runId)));
    }

    /** The folder of a run, by its path on any Hadoop file system. */
    public static RunFolder at(Configuration configuration, String path) throws IOException {
        return new RunFolder(new Folder(configuration, new Path(path)));
    }

    /** Where it lies: a plain path on the local file system, otherwise a URI. */
    public String location() {
        return Folder.plain(folder.path());
    }

    /** Its run id. */
    public String name() {
        return folder.path().getName();
    }

    /** Throws, with a sentence, where nothing can be written; leaves no trace. */
    public void checkWritable() throws IOException {
        folder.checkWritable();
    }

    /** Another run of the same experiment. */
    public RunFolder sibling(String runId) throws IOException {
        return new RunFolder(
                new Folder(folder.configuration(), new Path(folder.path().getParent(), runId)));
    }

    /** Another folder, for tables that are not this run's own. */
    public RunFolder elsewhere(String path) throws IOException {
        return at(folder.configuration(), path);
    }

    /** The folder of all runs of its experiment. */
    public ExperimentFolder experiment() throws IOException {
        return new ExperimentFolder(
                new Folder(folder.configuration(), folder.path().getParent()));
    }

    /** Where a trial is kept that was trained again by itself. */
    public RunFolder ofTrial(String trialId) throws IOException {
        return new RunFolder(new Folder(folder.configuration(), folder.path("trial-" + trialId)));
    }

    public void writeStatus(Status status) throws IOException {
        folder.write(STATUS, out -> Json.write(status, out));
    }

    /** The run never began. */
    public void deleteStatus() throws IOException {
        folder.delete(STATUS);
    }

    /** Whether there is nothing in it but a lock, if that. */
    public boolean isEmpty() throws IOException {
        return RunLock.isAlone(folder);
    }

    /** What the run said of itself last; empty if it never began. */
    public Optional<Status> status() throws IOException {
        byte[] bytes = folder.read(STATUS);
        return bytes == null ? Optional.empty() : Optional.of(Json.read(bytes, Status.class));
    }

    /** Writes a record as the manifest. */
    public void writeManifest(Record manifest) throws IOException {
        folder.write(MANIFEST, out -> Json.write(manifest, out));
    }

    /** The manifest, as the record it was written from. */
    public <T extends Record> T manifest(Class<T> type) throws IOException {
        byte[] bytes = folder.read(MANIFEST);
        if (bytes == null) {
            throw new FileNotFoundException(location() + "/" + MANIFEST + " is missing");
        }
        return Json.read(bytes, type);
    }

    /** Writes a record as JSON under that name. */
    public void writeJson(String name, Record content) throws IOException {
        folder.write(name, out -> Json.write(content, out));
    }

    /** A record that was written as JSON; empty if there is no such file. */
    public <T extends Record> Optional<T> json(String name, Class<T> type) throws IOException {
        byte[] bytes = folder.read(name);
        return bytes == null ? Optional.empty() : Optional.of(Json.read(bytes, type));
    }

    /** Writes {@code NAME.parquet}. */
    public void writeParquet(Table table) throws IOException {
        folder.write(table.name() + ".parquet", out -> ParquetTableWriter.write(table, out));
    }

    /** Writes {@code NAME.parquet} from tables with these columns, one below the other. */
    public void writeParquet(String name, List<Column> columns, Iterable<Table> tables) throws IOException {
        folder.write(name + ".parquet", out -> {
            try (TableSink sink = ParquetTableWriter.open(columns, out)) {
                for (Table table : tables) {
                    sink.add(table);
                }
            }
        });
    }

    /** Writes {@code NAME.csv}. */
    public void writeCsv(Table table) throws IOException {
        folder.write(table.name() + ".csv", out -> Csv.write(table, out));
    }

    /** Makes this process the only one that may write here; throws {@link RunLock.Held} if another one is. */
    public RunLock lock() throws IOException {
        return RunLock.take(folder);
    }

    /** When the process that writes here last gave a sign of life; empty where there is none. */
    public Optional<Instant> lastSign() throws IOException {
        return RunLock.lastSign(folder);
    }

    /** What is needed to continue the run. */
    public CheckpointFolder checkpoints() throws IOException {
        return new CheckpointFolder(new Folder(folder.configuration(), folder.path(CHECKPOINTS)));
    }

    /** Takes away what processes that were killed have not finished. */
    public void clean() throws IOException {
        folder.clean();
    }

    /** Puts the run aside, which this process has locked, under the next name that is free; which one that is. */
    public String putAside(RunLock lock) throws IOException {
        Folder parent = new Folder(folder.configuration(), folder.path().getParent());
        int number = 1;
        while (parent.holds(name() + ".old-" + number)) {
            number++;
        }
        lock.moveAway(name() + ".old-" + number);
        return location() + ".old-" + number;
    }

    /** Whether there is a file or folder of this name. */
    public boolean holds(String name) throws IOException {
        return folder.holds(name);
    }

    /** Writes a file that somebody else has made. */
    public void writeBytes(String name, byte[] bytes) throws IOException {
        folder.write(name, out -> out.write(bytes));
    }

    /** Reads {@code NAME.parquet}. */
    public Table readParquet(String name) throws IOException {
        return ParquetTableReader.read(name, folder.path(name + ".parquet"), folder.configuration());
    }

    /** Writes a model: its parameters as little-endian float32, then what they mean. */
    public void writeModel(Record description, float[] parameters) throws IOException {
        folder.write(PARAMETERS, out -> out.write(ModelFiles.bytes(parameters)));
        folder.write(MODEL, out -> Json.write(description, out));
    }

    /** A new {@code run.log}, which grows in sight. */
    public RunLog openLog() throws IOException {
        return new RunLog(folder.open(LOG));
    }
}
