package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    Path out;

    @Test
    void rowsAreInTheOrderOfTheirStartAndARunHasOne() throws IOException {
        ExperimentFolder folder = ExperimentFolder.of(new Configuration(), out.toString(), "plums");
        assertEquals(0, folder.history().rows());
        folder.record("b", HistoryWriter.row("b", "2026-11-02T00:00:00Z", 0.1 + 0.2));
        folder.record("c", HistoryWriter.row("c", "2026-11-01T00:00:00Z", Double.POSITIVE_INFINITY));
        folder.record("a", HistoryWriter.row("a", "2026-11-02T00:00:00Z", null));
        folder.record("b", HistoryWriter.row("b", "2026-11-02T00:00:00Z", 0.5));
        Table history = folder.history();
        assertEquals(List.of("c", "a", "b"), HistoryWriter.runs(history));
        int best = history.column(HistorySchema.BEST);
        assertEquals(Double.POSITIVE_INFINITY, history.real(0, best));
        assertTrue(history.isEmpty(1, best));
        assertEquals(0.5, history.real(2, best));
        assertEquals(3, history.whole(2, history.column(HistorySchema.EXIT_CODE)));
        assertEquals(HistorySchema.table().columns(), history.columns());
    }

    @Test
    @Timeout(120)
    void twoProcessesThatWriteAtOnceLoseNoRow() throws Exception {
        HistoryWriter.race(out.toString(), out);
        try (Stream<Path> files = Files.list(out.resolve("plums"))) {
            assertEquals(
                    List.of(".history", "history.parquet"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
