package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.gate.BaselineChoice;
import glissade.run.Nights.Night;
import glissade.store.HistorySchema;
import glissade.store.Pulse;
import glissade.store.RunFolder;
import glissade.store.RunProcess;
import glissade.store.Status;
import glissade.store.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of nights on data that grows: one bad night, one of half the data, one of other code, and one that hangs. */
class MonthTest {
    private static final int BAD = 9;
    private static final int HALF = 14;
    private static final int OTHER_CODE = 18;
    private static final int HUNG = 22;

    @TempDir
    Path out;

    /** Numbers go up and down a little from night to night; on the night of other code the data is that of the night before. */
    private static Night night(int number) {
        int grown = number == OTHER_CODE ? number - 1 : number;
        long rows = number == HALF ? 500 : 1_000 + 10L * grown;
        double accuracy = number == BAD ? 0.85 : 0.9 + 0.002 * (grown % 3);
        return new Night(number, rows, "data" + grown, accuracy, number < OTHER_CODE ? "old" : "new");
    }

    @Test
    void theGateFlagsExactlyWhatItShould() throws Exception {
        Nights nights = new Nights(out, Nights.gate(BaselineChoice.PREVIOUS, 0.01, 0.9, 7));
        NavigableMap<Integer, Integer> flagged = new TreeMap<>();
        for (int number = 1; number <= 30; number++) {
            if (number == HUNG) {
                nights.begin(night(number), gone());
                continue;
            }
            int code = nights.pass(night(number));
            if (code != ExitCode.DONE) {
                flagged.put(number, code);
            }
        }
        assertEquals(new TreeMap<>(Map.of(BAD, ExitCode.GATE_FAILED, HALF, ExitCode.GATE_FAILED)), flagged);

        Table history = nights.runs.history();
        assertEquals(
                IntStream.rangeClosed(1, 30)
                        .filter(number -> number != HUNG)
                        .mapToObj(number -> night(number).id())
                        .toList(),
                texts(history, HistorySchema.RUN));
        assertEquals(
                "validation.accuracy went from 0.904 (night-08) to 0.85, 0.054 worse; allowed are 0.01 (gate.drop)",
                cell(history, BAD, HistorySchema.REASONS));
        assertEquals(
                "500 training rows are 0.442478 times the baseline's 1130, expected at least 0.9 (gate.data.least-rows)",
                cell(history, HALF, HistorySchema.REASONS));
        assertEquals("", cell(history, HALF, HistorySchema.DIGEST), "nothing was trained on half the data");
        for (int number = 2; number <= 30; number++) {
            if (number != HUNG) {
                checkBaseline(history, number);
            }
        }
        assertOnlyOldRunsWentAway(nights);
    }

    /** Neither a night that was flagged nor one that hangs is a baseline. */
    private static void checkBaseline(Table history, int number) {
        int last = number - 1;
        while (last == BAD || last == HALF || last == HUNG) {
            last--;
        }
        assertEquals(night(last).id(), cell(history, number, HistorySchema.BASELINE));
        String changed = number == HALF ? "" : number == OTHER_CODE ? "code" : "data";
        assertEquals(changed, cell(history, number, HistorySchema.CHANGED), "night " + number);
    }

    /** The best run that ever passed is the earliest with 0.904; the one that hangs may go on. */
    private static void assertOnlyOldRunsWentAway(Nights nights) throws Exception {
        assertEquals(
                List.of(
                        "night-02",
                        "night-22",
                        "night-24",
                        "night-25",
                        "night-26",
                        "night-27",
                        "night-28",
                        "night-29",
                        "night-30"),
                nights.runs.runs().stream().map(RunFolder::name).toList());
        Status hung = nights.runs.run("night-22").status().orElseThrow();
        assertEquals(Pulse.STALE, Pulse.of(hung, nights.runs.run("night-22").lastSign()));
    }

    private static RunProcess gone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        assertTrue(process.waitFor() == 0);
        return new RunProcess(RunProcess.here().host(), process.pid(), null);
    }

    private static List<String> texts(Table history, String column) {
        return IntStream.range(0, history.rows())
                .mapToObj(row -> history.text(row, history.column(column)))
                .toList();
    }

    /** The cell of a night; nothing where it is empty. */
    private static String cell(Table history, int number, String column) {
        int row = texts(history, HistorySchema.RUN).indexOf(night(number).id());
        String text = history.text(row, history.column(column));
        return text == null ? "" : text;
    }
}
