package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.gate.BaselineChoice;
import glissade.run.Nights.Night;
import glissade.store.HistorySchema;
import glissade.store.Pulse;
import glissade.store.Racer;
import glissade.store.RunFolder;
import glissade.store.RunLock;
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
        try (Racer hung = Racer.start()) {
            assertEquals("ready", hung.hear());
            pass(new Nights(out, Nights.gate(BaselineChoice.PREVIOUS, 0.01, 0.9, 7)), hung);
        }
    }

    private static void pass(Nights nights, Racer hung) throws Exception {
        NavigableMap<Integer, Integer> flagged = new TreeMap<>();
        for (int number = 1; number <= 30; number++) {
            if (number == HUNG) {
                hang(nights, hung);
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
        assertTheHungNightGoesOnOnceItsProcessIsGone(nights, hung);
    }

    /** A process that has the night's lock and is stopped: it lives, and does nothing. */
    private static void hang(Nights nights, Racer hung) throws Exception {
        RunFolder folder = nights.runs.run(night(HUNG).id());
        hung.tell(folder.location());
        assertEquals("won", hung.hear());
        nights.begin(night(HUNG), hung.who());
        assertEquals(
                0,
                new ProcessBuilder("kill", "-STOP", Long.toString(hung.process().pid()))
                        .start()
                        .waitFor());
        RunLock.Held held = assertThrows(RunLock.Held.class, () -> nights.pass(night(HUNG)));
        assertTrue(held.getMessage().contains(": process " + hung.process().pid() + " on "), held.getMessage());
        Status status = folder.status().orElseThrow();
        assertEquals(hung.who(), status.process());
        assertEquals(Pulse.ALIVE, Pulse.of(status, folder.lastSign()));
    }

    private static void assertTheHungNightGoesOnOnceItsProcessIsGone(Nights nights, Racer hung) throws Exception {
        RunFolder folder = nights.runs.run(night(HUNG).id());
        hung.close();
        hung.process().onExit().join();
        assertEquals(Pulse.STALE, Pulse.of(folder.status().orElseThrow(), folder.lastSign()));
        assertEquals(ExitCode.DONE, nights.pass(night(HUNG)));
        assertEquals(30, nights.runs.history().rows());
        assertTrue(folder.lastSign().isEmpty(), "its lock is gone");
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
