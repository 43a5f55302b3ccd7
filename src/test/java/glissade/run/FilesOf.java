package glissade.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder. */
final class FilesOf {
    private FilesOf() {}

    /** Every file beneath it, by its path from there, in order. */
    static List<String> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Copies a folder that a run is writing to, with all that is in it: what a process would leave that is killed at this moment.
     * Files may come and go meanwhile, as ended trials and times are written beside the training.
     */
    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
                for (Path file : files) {
                    Path target = to.resolve(file.getFileName());
                    if (Files.isDirectory(file)) {
                        copy(file, target);
                    } else {
                        copyFile(file, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException e) {
            // It was only there while it was written.
        }
    }
}
