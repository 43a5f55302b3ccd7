package glissade.store;

import java.util.Arrays;
import java.util.List;

/** Tables with everything in them that is hard to store. */
final class Examples {
    private Examples() {}

    static Table trials() {
        Table trials = Schemas.trials(List.of(
                Column.real("training.learning-rate"), Column.whole("training.batch-size"), Column.text("data.path")));
        trials.add(trial("0a", 0.1, 10, "a, \"quoted\"\npath", "completed", "", 0.1 + 0.2));
        trials.add(trial("0b", 1e-300, 7, "", "diverged", "loss not finite at step 123", Double.POSITIVE_INFINITY));
        trials.add(trial("0c", Double.MIN_VALUE, Long.MAX_VALUE, "größer, 数", "failed", "no such file", Double.NaN));
        trials.add(trial("0d", -0.0, null, null, "stopped", "loss settled", null));
        return trials;
    }

    private static List<Object> trial(
            String id, Double rate, Number batch, String path, String status, String reason, Double loss) {
        Object[] row = new Object[Schemas.trials(List.of()).columns().size() + 3];
        Object[] first = {id, rate, batch, path, status, reason, 5, null, loss};
        System.arraycopy(first, 0, row, 0, first.length);
        row[row.length - 3] = "f".repeat(64);
        row[row.length - 2] = 5;
        return Arrays.asList(row);
    }

    static Table curves(int rows) {
        Table curves = Schemas.curves();
        for (int row = 0; row < rows; row++) {
            String id = String.valueOf((char) ('a' + row % 5));
            double loss = 1.0 / (row + 3);
            curves.add(Arrays.asList(
                    id, row, 10L * row, 0.1, loss, StrictMath.sqrt(row), loss / 7, 0.5, null, null, loss));
        }
        return curves;
    }
}
