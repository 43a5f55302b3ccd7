package glissade.report;

import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The tables in the folder of a run, each of them read once, whoever asks first; several may ask at once. */
public final class StoredTables {
    private final RunFolder folder;
    private final Map<String, FutureTask<Optional<Table>>> read = new TreeMap<>();

    public StoredTables(RunFolder folder) {
        this.folder = folder;
    }

    /** One that every run has. */
    public Table table(String name) throws IOException {
        return find(name)
                .orElseThrow(() -> new FileNotFoundException(folder.location() + "/" + name + ".parquet is missing"));
    }

    /** One that not every run has. */
    public Optional<Table> find(String name) throws IOException {
        FutureTask<Optional<Table>> reading;
        synchronized (read) {
            reading = read.computeIfAbsent(name, each -> new FutureTask<>(() -> read(each)));
        }
        reading.run();
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Optional<Table> read(String name) throws IOException {
        return folder.holds(name + ".parquet") ? Optional.of(folder.readParquet(name)) : Optional.empty();
    }
}
