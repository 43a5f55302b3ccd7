package glissade.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * SHA256SUMS                            what files of an ended run must be like, for {@code sha256sum -c SHA256SUMS}
 * .lock-N                               the process that is at it, see {@link RunLock}
 * trial-ID/                             a trial that was trained again by itself: steps, curves
 * </pre>
 *
 * <p>Nothing is created before the first write. What is read is held against {@code SHA256SUMS}, which lists all that is
 * finished; {@code status.json} has a checksum of its own, as it changes, and so have checkpoints. A file that is not what was
 * written is {@link Damaged}, or read from its copy in another format. Runs of an older version have no list and are unchecked.
 */
public final class RunFolder {
    public static final String STATUS = "status.json";
    public static final String MANIFEST = "manifest.json";
    public static final String LOG = "run.log";
    public static final String GATE = "gate.json";
    public static final String MODEL = "model/model.json";
    public static final String REPORT = "report";
    public static final String PARAMETERS = "model/parameters.bin";

    /** Between the name of a run that was put aside and a number. */
    public static final String ASIDE = ".old-";

    static final String CHECKPOINTS = "checkpoints";

    private final Folder folder;
    private final SealedFolder files;
    private final Notices notices;

    private RunFolder(Folder folder, SealedFolder files, Notices notices) {
        this.folder = folder;
        this.files = files;
        this.notices = notices;
    }

    private RunFolder(Folder folder, Notices notices) {
        this(folder, new SealedFolder(folder, notices), notices);
    }

    /** The folder of a run under an output folder, which may be a path on any Hadoop file system. */
    public static RunFolder of(Configuration configuration, String out, String name, String runId) throws IOException {
        return of(new Folder(configuration, new Path(new Path(out, name), runId)), Notices.UNREAD);
    }

    /** The folder of a run, by its path on any Hadoop file system. */
    public static RunFolder at(Configuration configuration, String path) throws IOException {
        return of(new Folder(configuration, new Path(path)), Notices.UNREAD);
    }

    static RunFolder of(Folder folder, Notices notices) {
        return new RunFolder(folder, notices);
    }

    /** The same folder, which tells somebody of each file that is not what was written and yet could be read. */
    public RunFolder telling(Consumer<String> reader) {
        Notices read = new Notices(reader);
        return new RunFolder(folder, files.telling(read), read);
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
        return of(new Folder(folder.configuration(), new Path(folder.path().getParent(), runId)), notices);
    }

    /** Another folder, for tables that are not this run's own. */
    public RunFolder elsewhere(String path) throws IOException {
        return at(folder.configuration(), path);
    }

    /** The folder of all runs of its experiment. */
    public ExperimentFolder experiment() throws IOException {
        return new ExperimentFolder(
                new Folder(folder.configuration(), folder.path().getParent()), notices);
    }

    /** Where a trial is kept that was trained again by itself. */
    public RunFolder ofTrial(String trialId) throws IOException {
        String name = "trial-" + trialId;
        return new RunFolder(new Folder(folder.configuration(), folder.path(name)), files.beneath(name), notices);
    }

    /** Once a run has ended, its files are listed before it says so. */
    public void writeStatus(Status status) throws IOException {
        try {
            if (status.state() != Status.State.RUNNING) {
                files.seal(files.isUnsealed(MANIFEST) || !folder.holds(MANIFEST));
            }
        } catch (IOException e) {
            // A full disk, perhaps: what went wrong first is what counts.
            if (status.state() != Status.State.FAILED) {
                throw e;
            }
            notices.tell(e.getMessage());
        }
        statusFile().write(status);
    }

    /** The run never began. */
    public void deleteStatus() throws IOException {
        folder.delete(STATUS);
    }

    /** Whether there is nothing in it but a lock, if that. */
    public boolean isEmpty() throws IOException {
        return RunLock.isAlone(folder);
    }

    private StatusFile statusFile() {
        return new StatusFile(folder, files);
    }

    /** What the run said of itself last; empty if it never began; throws {@link Damaged} if it is not what it said. */
    public Optional<Status> status() throws IOException {
        return statusFile().read();
    }

    /** The same of a run that can be continued without it, and then is: a damaged one is told of. */
    public Optional<Status> statusIfSound() throws IOException {
        try {
            return status();
        } catch (Damaged e) {
            if (!folder.holds(CHECKPOINTS)) {
                throw e;
            }
            notices.tell(e.getMessage() + "; the run goes on from its checkpoints");
            return Optional.empty();
        }
    }

    /** Lists what was written into the folder of a run that had ended. */
    public void seal() throws IOException {
        files.seal(false);
    }

    /** Looks at all files of a run that has ended, and mends what can be mended, if that is wanted. */
    public Inspection inspect(boolean mend) throws IOException {
        return Inspection.of(files, statusFile(), mend);
    }

    /** Whether a run has left anything here that another one should not be mixed with. */
    public boolean isUsed() throws IOException {
        return folder.holds(STATUS) || folder.holds(MANIFEST) || files.isSealed();
    }

    private SealedFolder checked() throws IOException {
        statusFile().requireList().ifPresent(notices::tell);
        return files;
    }

    /** Writes a record as the manifest. */
    public void writeManifest(Record manifest) throws IOException {
        writeJson(MANIFEST, manifest);
    }

    /** The manifest, as the record it was written from. */
    public <T extends Record> T manifest(Class<T> type) throws IOException {
        return json(MANIFEST, type)
                .orElseThrow(() -> new FileNotFoundException(location() + "/" + MANIFEST + " is missing"));
    }

    /** Writes a record as JSON under that name. */
    public void writeJson(String name, Record content) throws IOException {
        files.write(name, JsonText.of(content).getBytes(StandardCharsets.UTF_8));
    }

    /** A record that was written as JSON; empty if there is no such file. */
    public <T extends Record> Optional<T> json(String name, Class<T> type) throws IOException {
        byte[] bytes = checked().read(name);
        return bytes == null ? Optional.empty() : Optional.of(Json.read(bytes, type));
    }

    /** Writes {@code NAME.parquet}. */
    public void writeParquet(Table table) throws IOException {
        files.write(table.name() + StoredTables.PARQUET, out -> ParquetTableWriter.write(table, out));
    }

    /** Writes {@code NAME.parquet} from tables with these columns, one below the other. */
    public void writeParquet(String name, List<Column> columns, Iterable<Table> tables) throws IOException {
        files.write(name + StoredTables.PARQUET, out -> {
            try (TableSink sink = ParquetTableWriter.open(columns, out)) {
                for (Table table : tables) {
                    sink.add(table);
                }
            }
        });
    }

    /** Writes {@code NAME.csv}. */
    public void writeCsv(Table table) throws IOException {
        files.write(table.name() + StoredTables.CSV, out -> Csv.write(table, out));
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

    /** Whether a run that has been trained has left more than its results: its process was killed in its last seconds. */
    public boolean isUntidy() throws IOException {
        return folder.children().stream().anyMatch(name -> name.startsWith(".") || name.equals(CHECKPOINTS));
    }

    /** Takes that away; of the process that has the lock. */
    public void tidy() throws IOException {
        folder.clean();
        folder.delete(CHECKPOINTS);
    }

    /** Puts the run aside, which this process has locked, under the next name that is free; which one that is. */
    public String putAside(RunLock lock) throws IOException {
        Folder parent = new Folder(folder.configuration(), folder.path().getParent());
        int number = 1;
        while (parent.holds(name() + ASIDE + number)) {
            number++;
        }
        lock.moveAway(name() + ASIDE + number);
        return location() + ASIDE + number;
    }

    /** Whether there is a file or folder of this name, or should be. */
    public boolean holds(String name) throws IOException {
        return checked().holds(name);
    }

    /** Writes a file that somebody else has made. */
    public void writeBytes(String name, byte[] bytes) throws IOException {
        files.write(name, bytes);
    }

    /** Reads {@code NAME.parquet}. */
    public Table readParquet(String name) throws IOException {
        return new StoredTables(checked(), notices).read(name);
    }

    /** Writes a model: its parameters as little-endian float32, then what they mean. */
    public void writeModel(Record description, float[] parameters) throws IOException {
        files.write(PARAMETERS, ModelFiles.bytes(parameters));
        writeJson(MODEL, description);
    }

    /** A new {@code run.log}, which grows in sight. */
    public RunLog openLog() throws IOException {
        return new RunLog(folder.open(LOG));
    }
}
