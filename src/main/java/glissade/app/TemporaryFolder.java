package glissade.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this process, which is gone afterwards. */
final class TemporaryFolder implements AutoCloseable {
    private final Path place;

    TemporaryFolder() throws IOException {
        place = Files.createTempDirectory("glissade-");
    }

    /** As a URI, so that it is local whatever the default file system is. */
    String location() {
        return place.toUri().toString();
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(place)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
