package glissade.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** The rows and the table give back each other; of a row that both have lost there is a word, and the others stay. */
    @Test
    void whatIsDamagedIsToldAndGivenBackByTheRest() throws IOException {
        List<String> told = new ArrayList<>();
        ExperimentFolder folder = ExperimentFolder.of(new Configuration(), out.toString(), "plums");
        for (String run : List.of("a", "b", "c")) {
            folder.record(run, HistoryWriter.row(run, "2026-11-02T00:00:00Z", 0.25));
        }
        byte[] table = Files.readAllBytes(out.resolve("plums/history.parquet"));
        for (String file : List.of("history.parquet", ".history/a.json", ".history/c.json")) {
            Path place = out.resolve("plums").resolve(file);
            for (Damage damage : Damage.all()) {
                byte[] before = damage.to(place);
                told.clear();
                assertEquals(
                        List.of("a", "b", "c"),
                        HistoryWriter.runs(folder.telling(told::add).history()),
                        file + " " + damage);
                assertTrue(told.toString().contains(place + " is "), file + " " + damage + ": " + told);
                folder.record("b", HistoryWriter.row("b", "2026-11-02T00:00:00Z", 0.25));
                assertTrue(Files.size(place) >= before.length, file + " " + damage);
                assertArrayEquals(table, Files.readAllBytes(out.resolve("plums/history.parquet")));
            }
        }
        for (String file : List.of("history.parquet", ".history/a.json")) {
            Damage.all().get(2).to(out.resolve("plums").resolve(file));
        }
        told.clear();
        folder.telling(told::add).record("d", HistoryWriter.row("d", "2026-11-03T00:00:00Z", 0.5));
        assertEquals(2, told.size(), told.toString());
        assertEquals(List.of("b", "c", "d"), HistoryWriter.runs(folder.history()));
        assertTrue(Files.exists(out.resolve("plums/.history/a.json.damaged")));
    }

    @Test
    @Timeout(900)
    void twoProcessesThatWriteAtOnceLoseNoRow() throws Exception {
        HistoryWriter.race(out.toString(), out);
        try (Stream<Path> files = Files.list(out.resolve("plums"))) {
            assertEquals(
                    List.of(".history", "history.parquet"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
