package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.gate.BaselineChoice;
import glissade.gate.BaselineChoice.Kind;
import glissade.run.Nights.Night;
import glissade.store.HistorySchema;
import glissade.store.RunFolder;
import glissade.store.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    private static final double[] ACCURACIES = {0.90, 0.93, 0.92, 0.80, 0.91, 0.94, 0.935};

    @TempDir
    Path out;

    /** What each night was held against, a minus behind it if it did not pass. */
    private List<String> baselines(BaselineChoice choice) throws IOException {
        Nights nights = new Nights(out, Nights.gate(choice, 0.02, null, 0));
        for (int number = 1; number <= ACCURACIES.length; number++) {
            nights.pass(new Night(number, 1_000, "data" + number, ACCURACIES[number - 1], "code"));
        }
        Table history = nights.runs.history();
        List<String> baselines = new ArrayList<>();
        for (int row = 0; row < history.rows(); row++) {
            String baseline = history.text(row, history.column(HistorySchema.BASELINE));
            long code = history.whole(row, history.column(HistorySchema.EXIT_CODE));
            baselines.add((baseline == null ? "none" : baseline.substring("night-".length()))
                    + (code == ExitCode.DONE ? "" : "-"));
        }
        return baselines;
    }

    @Test
    void thePreviousIsTheLastThatPassed() throws IOException {
        assertEquals(List.of("none", "01", "02", "03-", "03", "05", "06"), baselines(BaselineChoice.PREVIOUS));
    }

    /** After 0.93, 0.91 passes, but does not move it; 0.94 does. */
    @Test
    void theRatchetIsMovedOnlyByRunsThatPassAndNeverBack() throws IOException {
        assertEquals(
                List.of("none", "01", "02", "02-", "02", "02", "06"), baselines(new BaselineChoice(Kind.RATCHET, "")));
    }

    @Test
    void withoutABaselineNothingIsHeldAgainstAnything() throws IOException {
        assertEquals(
                List.of("none", "none", "none", "none", "none", "none", "none"),
                baselines(new BaselineChoice(Kind.NONE, "")));
    }

    @Test
    void aPinnedRunStaysTheBaselineAndIsKept() throws IOException {
        new Nights(out, Nights.gate(BaselineChoice.PREVIOUS, null, null, 0))
                .pass(new Night(1, 1_000, "data", 0.9, "code"));
        Nights nights = new Nights(out, Nights.gate(BaselineChoice.of("night-01"), 0.02, null, 2));
        for (int number = 2; number <= 6; number++) {
            nights.pass(new Night(number, 1_000, "data" + number, 0.91 + number * 1e-3, "code"));
        }
        assertEquals(
                List.of("night-01", "night-05", "night-06"),
                nights.runs.runs().stream().map(RunFolder::name).toList());
        Table history = nights.runs.history();
        assertEquals(6, history.rows(), "the history keeps what was taken away");
        assertEquals("night-01", history.text(5, history.column(HistorySchema.BASELINE)));
    }

    @Test
    void anEqualDigestIsNoChange() throws IOException {
        Nights nights = new Nights(out, Nights.gate(BaselineChoice.PREVIOUS, 0.0, null, 0));
        nights.pass(new Night(1, 1_000, "data", 0.9, "code"));
        assertEquals(ExitCode.DONE, nights.pass(new Night(2, 1_000, "data", 0.9, "code")));
        Table history = nights.runs.history();
        assertEquals(null, history.text(1, history.column(HistorySchema.CHANGED)));
        assertEquals(0, history.real(1, history.column(HistorySchema.DROP)));
    }
}
