package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.store.RunFolder;
import glissade.store.Status;
import glissade.store.Status.Trouble;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroublesTest {
    @TempDir
    Path out;

    @Test
    void theCauseThePathAndWhatWasThrownAreNamed() {
        Exception failure = new IllegalStateException(
                "stage failed\nat length", new UncheckedIOException(new NoSuchFileException("/data/x.csv")));
        Trouble trouble = Troubles.of(1, failure);
        assertEquals("/data/x.csv", trouble.path());
        assertEquals("/data/x.csv", trouble.sentence());
        assertTrue(trouble.retrySafe());
        assertEquals(
                List.of(
                        "IllegalStateException: stage failed",
                        "UncheckedIOException: java.nio.file.NoSuchFileException: /data/x.csv",
                        "NoSuchFileException: /data/x.csv"),
                trouble.lines());
        assertNull(Troubles.of(1, new ArithmeticException()).path());
    }

    @Test
    void aFileThatCannotBeWrittenIsTheFailingPath() throws Exception {
        RunFolder folder = RunFolder.of(new Configuration(), out.toString(), "study", "7");
        Files.createDirectories(out.resolve("study"));
        Path inTheWay = Files.createFile(out.resolve("study/7"));
        Exception failure = assertThrows(Exception.class, () -> folder.writeManifest(Status.begun()));
        assertEquals(inTheWay + "/manifest.json", Troubles.of(1, failure).path());
    }
}
