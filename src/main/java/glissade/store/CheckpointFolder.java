package glissade.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import scala.Tuple2;

/**
 * The folder {@code checkpoints} of a run that goes on or was interrupted: what is needed to continue it, each file with its
 * checksum. It travels to executors, which then write into it themselves.
 */
public final class CheckpointFolder implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String HADOOP = "spark.hadoop.";

    private final String path;
    private transient Folder folder;

    CheckpointFolder(Folder folder) {
        this.path = folder.path().toString();
        this.folder = folder;
    }

    /** Something that writes the content of a file. */
    public interface Content extends CheckedFile.Content {}

    /** Something that reads the content of a file. */
    public interface Reading<T> extends CheckedFile.Reading<T> {}

    /** Where Spark has brought it, Hadoop is set up as Spark says. */
    private synchronized Folder folder() throws IOException {
        if (folder == null) {
            Configuration configuration = new Configuration();
            for (Tuple2<String, String> setting : SparkEnv.get().conf().getAllWithPrefix(HADOOP)) {
                configuration.set(setting._1(), setting._2());
            }
            folder = new Folder(configuration, new Path(path));
        }
        return folder;
    }

    /** Whether only processes on this machine see it. */
    public boolean isOnThisMachine() {
        return path.startsWith("file:");
    }

    /** Puts a file in place of what was there under that name, whole or not at all. */
    public void write(String name, Content content) throws IOException {
        // Two attempts of one task may be at it at once.
        String writer = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-";
        folder().write(name, writer, out -> CheckedFile.write(content, out));
    }

    /** Null if there is no such file; throws {@link Damaged} if it is not what was written. */
    public <T> T read(String name, Reading<T> reading) throws IOException {
        return CheckedFile.read(folder(), name, reading);
    }

    /** Puts a record in place of what was there under that name. */
    public void writeJson(String name, Record record) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Json.write(record, json);
        write(name, out -> {
            out.writeInt(json.size());
            json.writeTo(out);
        });
    }

    /** A record that was written so; null if there is none. */
    public <T extends Record> T json(String name, Class<T> type) throws IOException {
        return read(name, in -> Json.read(in.readNBytes(in.readInt()), type));
    }

    /** What is in it, in the order of names, without what was never finished. */
    public List<String> names() throws IOException {
        return folder().children().stream()
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    /** Takes a file away, if it is there. */
    public void delete(String name) throws IOException {
        folder().delete(name);
    }

    /** Takes away what processes that were killed have not finished. */
    public void clean() throws IOException {
        folder().clean();
    }

    /** Takes it away with all that is in it. */
    public void deleteAll() throws IOException {
        folder().delete("");
    }
}
