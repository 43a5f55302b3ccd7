package glissade.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An experiment on the local disk.
 *
 * @param path as the user gave it, so that messages show it the same way
 */
record LocalFile(Path path) implements ExperimentSource {
    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public ExperimentSource sibling(String sibling) {
        return new LocalFile(path.resolveSibling(sibling));
    }

    @Override
    public String text() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a directory, expected a file");
        }
        if (!Files.exists(path)) {
            throw new IOException("there is no such file"
                    + nearestNeighbour()
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new IOException("it is not UTF-8 text", e);
        } catch (IOException e) {
            throw new IOException(Files.isReadable(path) ? e.toString() : "permission denied", e);
        }
    }

    private Optional<Path> nearestNeighbour() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.filter(Files::isRegularFile)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
            return NearestName.ofNames(path.getFileName().toString(), names).map(path::resolveSibling);
        }
    }
}
