package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Table;

/** The table {@code steps} in a page: of the leading trials, and of these about so many steps, evenly. */
final class StepsPart {
    private static final int MOST_VALUES = 60_000;
    private static final int MOST_STEPS = 1_000;
    private static final int FEWEST_TRIALS = 3;

    private final RunTables run;
    private final Table steps;

    StepsPart(RunTables run, Table steps) {
        this.run = run;
        this.steps = steps;
    }

    void write(JsonText json) {
        Stretches stretches = new Stretches(steps);
        int written = 0;
        int values = 0;
        boolean thinned = false;
        json.name("steps").beginObject().name("trials").beginArray();
        for (int row : run.order()) {
            Stretch stretch = stretches.of(run.id(row)).orElse(null);
            if (stretch != null && (values < MOST_VALUES || written < FEWEST_TRIALS)) {
                int[] places = stretch.thinned(MOST_STEPS);
                writeTrial(row, places, json);
                thinned |= places.length < stretch.length();
                values += 2 * places.length;
                written++;
            }
        }
        int all = stretches.trials().size();
        String note = (written < all
                        ? "The leading " + Words.count(written) + " of " + Words.counted(all, "trial") + ". "
                        : "")
                + (thinned ? "Of a long run about " + Words.count(MOST_STEPS) + " steps, evenly spaced. " : "")
                + (written < all || thinned ? "steps.csv has them all." : "");
        json.endArray().name("note").value(note.strip()).endObject();
    }

    private void writeTrial(int row, int[] places, JsonText json) {
        json.beginObject().name("row").value(row).name("length").value(places.length);
        for (String column : new String[] {"step", "loss", "learning_rate"}) {
            json.name(column.replace("learning_", ""));
            Series.write(Series.cells(steps, steps.column(column), places), json);
        }
        json.endObject();
    }
}
