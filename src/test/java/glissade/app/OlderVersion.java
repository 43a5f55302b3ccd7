package glissade.app;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of runs as versions have left them that kept no checksums. */
final class OlderVersion {
    private OlderVersion() {}

    static void forgetSums(Path run) throws IOException {
        Files.delete(run.resolve("SHA256SUMS"));
        Path file = run.resolve("status.json");
        String checked = Files.readString(file);
        String unchecked = checked.replaceFirst(",\\s*\"check\" : \"\\p{XDigit}{8}\"", "");
        assertNotEquals(checked, unchecked);
        Files.writeString(file, unchecked);
    }
}
