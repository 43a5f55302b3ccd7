package glissade.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/** Any file system that Hadoop knows, on the driver and on executors alike. */
final class HadoopStorage implements Storage {
    private static final String SETTING = "spark.hadoop.";
    private static Configuration settings;

    /** The site's files, and what Spark was told for Hadoop; made once, as that takes a while. */
    static synchronized Configuration settings() {
        if (settings == null) {
            Configuration made = new Configuration();
            SparkConf conf =
                    SparkEnv.get() == null ? new SparkConf() : SparkEnv.get().conf();
            for (scala.Tuple2<String, String> setting : conf.getAllWithPrefix(SETTING)) {
                made.set(setting._1(), setting._2());
            }
            settings = made;
        }
        return settings;
    }

    /** Hadoop knows the local disk too. */
    @Override
    public boolean isThisMachine(String path) {
        return path.startsWith("file:");
    }

    @Override
    public Entry entry(String path) throws IOException {
        Path place = path(path);
        try {
            return entry(system(place).getFileStatus(place));
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    @Override
    public List<Entry> children(String folder) throws IOException {
        Path place = path(folder);
        List<Entry> children = new ArrayList<>();
        for (FileStatus status : system(place).listStatus(place)) {
            children.add(entry(status));
        }
        return children;
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        Path place = path(path);
        FSDataInputStream in = system(place).open(place);
        try {
            in.seek(from);
            return in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public InputFile parquet(String path) throws IOException {
        return HadoopInputFile.fromPath(path(path), settings());
    }

    private static Entry entry(FileStatus status) {
        return new Entry(
                status.getPath().getName(),
                status.isDirectory(),
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()));
    }

    private static Path path(String text) throws IOException {
        try {
            return new Path(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no path: " + e.getMessage(), e);
        }
    }

    /** A file system whose classes or settings are missing fails in many ways. */
    private static FileSystem system(Path path) throws IOException {
        try {
            return path.getFileSystem(settings());
        } catch (RuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
