package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.apache.hadoop.conf.Configuration;

/** A process that adds rows to a history as fast as it can, beside another one that does the same. */
public final class HistoryWriter {
    private static final int ROWS = 8;
    private static final List<String> NAMES = List.of("x", "y");

    private HistoryWriter() {}

    /** Where the history is, where both meet, and which of both it is. */
    public static void main(String[] arguments) throws IOException {
        ExperimentFolder folder = ExperimentFolder.of(new Configuration(), arguments[0], "plums");
        Path meeting = Path.of(arguments[1]);
        Files.createFile(meeting.resolve(arguments[2]));
        while (!NAMES.stream().allMatch(name -> Files.exists(meeting.resolve(name)))) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < ROWS; i++) {
            String run = run(arguments[2], i);
            folder.record(run, row(run, "2026", 1.0));
        }
    }

    private static String run(String name, int number) {
        return name + String.format(Locale.ROOT, "%03d", number);
    }

    static Map<String, Object> row(String run, String started, Object best) {
        Map<String, Object> row = new TreeMap<>();
        row.put(HistorySchema.RUN, run);
        row.put(HistorySchema.STARTED, started);
        row.put(HistorySchema.EXIT_CODE, 3);
        row.put(HistorySchema.BEST, best);
        return row;
    }

    static List<String> runs(Table history) {
        int run = history.column(HistorySchema.RUN);
        return IntStream.range(0, history.rows())
                .mapToObj(row -> history.text(row, run))
                .toList();
    }

    /** Lets two of them write at once under an output folder, which may be on any file system, and finds the rows of both. */
    public static void race(String out, Path meeting) throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : NAMES) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            HistoryWriter.class.getName(),
                            out,
                            meeting.toString(),
                            name)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(meeting.toFile(), name + ".log"))
                    .start());
        }
        for (int i = 0; i < writers.size(); i++) {
            int code = writers.get(i).waitFor();
            assertEquals(0, code, Files.readString(meeting.resolve(NAMES.get(i) + ".log")));
        }
        List<String> all = NAMES.stream()
                .flatMap(name -> IntStream.range(0, ROWS).mapToObj(i -> run(name, i)))
                .toList();
        assertEquals(
                all, runs(ExperimentFolder.of(new Configuration(), out, "plums").history()));
    }
}
