package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Where each trial's rows lie in a table that has a stretch of them for each trial. */
final class Stretches {
    /** From this row up to, and without, that. */
    record Stretch(int from, int to) {
        int length() {
            return to - from;
        }

        /** Every so many of its rows, such that there are hardly more than this, and the last one. */
        int[] thinned(int most) {
            int stride = 1 + (length() - 1) / Math.max(1, most);
            IntStream rows = IntStream.iterate(from, row -> row < to, row -> row + stride);
            return IntStream.concat(rows, IntStream.of(to - 1)).distinct().toArray();
        }
    }

    private final Map<String, Stretch> stretches = new LinkedHashMap<>();

    Stretches(Table table) {
        int id = table.column(Schemas.TRIAL_ID);
        int from = 0;
        for (int row = 1; row <= table.rows(); row++) {
            if (row == table.rows() || !table.text(row, id).equals(table.text(from, id))) {
                stretches.put(table.text(from, id), new Stretch(from, row));
                from = row;
            }
        }
    }

    /** Trials that have rows, in the order of the table. */
    Set<String> trials() {
        return stretches.keySet();
    }

    Optional<Stretch> of(String trial) {
        return Optional.ofNullable(stretches.get(trial));
    }
}
