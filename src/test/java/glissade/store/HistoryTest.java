package glissade.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final int ROWS = 8;

    @TempDir
    Path out;

    private static Map<String, Object> row(String run, String started, Object best) {
        Map<String, Object> row = new TreeMap<>();
        row.put(HistorySchema.RUN, run);
        row.put(HistorySchema.STARTED, started);
        row.put(HistorySchema.EXIT_CODE, 3);
        row.put(HistorySchema.BEST, best);
        return row;
    }

    private static List<String> runs(Table history) {
        int run = history.column(HistorySchema.RUN);
        return IntStream.range(0, history.rows())
                .mapToObj(row -> history.text(row, run))
                .toList();
    }

    @Test
    void rowsAreInTheOrderOfTheirStartAndARunHasOne() throws IOException {
        ExperimentFolder folder = ExperimentFolder.of(new Configuration(), out.toString(), "plums");
        assertEquals(0, folder.history().rows());
        folder.record("b", row("b", "2026-11-02T00:00:00Z", 0.1 + 0.2));
        folder.record("c", row("c", "2026-11-01T00:00:00Z", Double.POSITIVE_INFINITY));
        folder.record("a", row("a", "2026-11-02T00:00:00Z", null));
        folder.record("b", row("b", "2026-11-02T00:00:00Z", 0.5));
        Table history = folder.history();
        assertEquals(List.of("c", "a", "b"), runs(history));
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
            folder.record(run, row(run, "2026-11-02T00:00:00Z", 0.25));
        }
        byte[] table = Files.readAllBytes(out.resolve("plums/history.parquet"));
        for (String file : List.of("history.parquet", ".history/a.json", ".history/c.json")) {
            Path place = out.resolve("plums").resolve(file);
            for (Damage damage : Damage.all()) {
                byte[] before = damage.to(place);
                told.clear();
                assertEquals(
                        List.of("a", "b", "c"), runs(folder.telling(told::add).history()), file + " " + damage);
                assertTrue(told.toString().contains(place + " is "), file + " " + damage + ": " + told);
                folder.record("b", row("b", "2026-11-02T00:00:00Z", 0.25));
                assertTrue(Files.size(place) >= before.length, file + " " + damage);
                assertArrayEquals(table, Files.readAllBytes(out.resolve("plums/history.parquet")));
            }
        }
        for (String file : List.of("history.parquet", ".history/a.json")) {
            Damage.all().get(2).to(out.resolve("plums").resolve(file));
        }
        told.clear();
        folder.telling(told::add).record("d", row("d", "2026-11-03T00:00:00Z", 0.5));
        assertEquals(2, told.size(), told.toString());
        assertEquals(List.of("b", "c", "d"), runs(folder.history()));
        assertTrue(Files.exists(out.resolve("plums/.history/a.json.damaged")));
    }

    /** Adds rows of its own, as many as it can, beside another process that does the same. */
    public static void main(String[] arguments) throws IOException {
        ExperimentFolder folder = ExperimentFolder.of(new Configuration(), arguments[0], "plums");
        Files.createFile(Path.of(arguments[0], arguments[1]));
        while (!(Files.exists(Path.of(arguments[0], "x")) && Files.exists(Path.of(arguments[0], "y")))) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < ROWS; i++) {
            String run = arguments[1] + String.format(Locale.ROOT, "%03d", i);
            folder.record(run, row(run, "2026", 1.0));
        }
    }

    @Test
    @Timeout(120)
    void twoProcessesThatWriteAtOnceLoseNoRow() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("x", "y")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HistoryTest.class.getName(),
                            out.toString(),
                            name)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(out.toFile(), name + ".log"))
                    .start());
        }
        for (int i = 0; i < writers.size(); i++) {
            String log = i == 0 ? "x.log" : "y.log";
            assertEquals(0, writers.get(i).waitFor(), () -> read(out.resolve(log)));
        }
        List<String> all = Stream.of("x", "y")
                .flatMap(name -> IntStream.range(0, ROWS).mapToObj(i -> name + String.format(Locale.ROOT, "%03d", i)))
                .toList();
        assertEquals(
                all,
                runs(ExperimentFolder.of(new Configuration(), out.toString(), "plums")
                        .history()));
        try (Stream<Path> files = Files.list(out.resolve("plums"))) {
            assertEquals(
                    List.of(".history", "history.parquet"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
