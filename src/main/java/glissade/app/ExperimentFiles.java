package glissade.app;

import glissade.config.ExperimentSource;
import glissade.run.Reason;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;

/**
 * Where an experiment may lie: on this machine's disk; under a URI on any file system that Hadoop knows; or among the files
 * that {@code spark-submit --files} sent along, which are called by their bare names wherever the driver runs.
 */
final class ExperimentFiles {
    /** Of two letters at least: one is a drive of Windows. */
    private static final Pattern URI_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final SparkConf conf = new SparkConf(true);
    private final Map<String, Path> sent = new TreeMap<>();

    ExperimentFiles() {
        for (String file : conf.get("spark.files", "").split(",")) {
            if (!file.isBlank()) {
                String[] placeAndAlias = file.strip().split("#", 2);
                Path place = new Path(placeAndAlias[0]);
                sent.put(placeAndAlias.length > 1 ? placeAndAlias[1] : place.getName(), place);
            }
        }
    }

    /** An experiment as the user names it. */
    ExperimentSource named(String file) {
        java.nio.file.Path local = java.nio.file.Path.of(file);
        if (Files.exists(local)) {
            return ExperimentSource.local(local);
        }
        try {
            return elsewhere(file);
        } catch (IllegalArgumentException e) {
            throw new BadInput(file + " is no path of a file (" + Reason.of(e) + ")");
        }
    }

    private ExperimentSource elsewhere(String file) {
        if (file.startsWith("file:")) {
            return ExperimentSource.local(
                    java.nio.file.Path.of(new Path(file).toUri().getPath()));
        }
        if (URI_SCHEME.matcher(file).matches()) {
            return new RemoteFile(file, new Path(file));
        }
        return sent.containsKey(file)
                ? new RemoteFile(file, sent.get(file))
                : ExperimentSource.local(java.nio.file.Path.of(file));
    }

    private final class RemoteFile implements ExperimentSource {
        private final String name;
        private final Path path;

        private RemoteFile(String name, Path path) {
            this.name = name;
            this.path = path;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String text() throws IOException {
            try {
                FileSystem files = path.getFileSystem(Cluster.hadoop(conf));
                if (files.getFileStatus(path).isDirectory()) {
                    throw new IOException("it is a directory, expected a file");
                }
                return text(files);
            } catch (FileNotFoundException e) {
                throw new IOException("there is no such file", e);
            } catch (CharacterCodingException e) {
                throw new IOException("it is not UTF-8 text", e);
            } catch (RuntimeException e) {
                // A file system whose classes or settings are missing fails in many ways.
                throw new IOException(Reason.of(e), e);
            }
        }

        private String text(FileSystem files) throws IOException {
            try (InputStream in = files.open(path)) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(in.readAllBytes()))
                        .toString();
            }
        }

        /** What was sent along lies beside what was sent along, wherever each came from. */
        @Override
        public ExperimentSource sibling(String sibling) {
            if (sent.containsKey(sibling) && sent.containsValue(path)) {
                return new RemoteFile(sibling, sent.get(sibling));
            }
            Path beside = new Path(path.getParent(), sibling);
            return new RemoteFile(beside.toString(), beside);
        }
    }
}
