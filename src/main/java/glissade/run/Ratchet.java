package glissade.run;

import glissade.engine.Selection;
import glissade.store.HistorySchema;
import glissade.store.Status;
import glissade.store.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The runs that passed their gate, best first: it moves by a run that passed and is better, and never back. */
final class Ratchet {
    private final Table history;

    Ratchet(Table history) {
        this.history = history;
    }

    /** Rows of the history, by the number that ranks the latest of them; the earliest of equals first. */
    List<Integer> bestFirst() {
        List<Integer> passed = IntStream.range(0, history.rows())
                .filter(row -> text(row, HistorySchema.STATE).equals(Status.State.SUCCEEDED.text()))
                .boxed()
                .toList();
        if (passed.isEmpty()) {
            return List.of();
        }
        String name = text(passed.get(passed.size() - 1), HistorySchema.RANKED_BY);
        Selection selection = Selection.named(name, true);
        int best = history.column(HistorySchema.BEST);
        Comparator<Integer> byValue = (a, b) -> selection.compare(history.real(a, best), history.real(b, best));
        return passed.stream()
                .filter(row -> text(row, HistorySchema.RANKED_BY).equals(name))
                .sorted(byValue)
                .toList();
    }

    private String text(int row, String column) {
        return history.text(row, history.column(column));
    }
}
