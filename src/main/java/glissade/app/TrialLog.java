package glissade.app;

import glissade.config.TextTable;
import glissade.numeric.DecimalText;
import glissade.plan.Trial;
import glissade.run.SoloRun;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One trial's course, for reading: its first steps, then its epochs, and whether it is what the run has stored. */
final class TrialLog {
    private static final int FIRST_STEPS = 10;
    private static final int MOST_EPOCHS = 30;
    private static final List<String> METRICS = List.of(
            "train_loss", "train_accuracy", "validation_loss", "validation_accuracy", "test_loss", "test_accuracy");

    private final Trial trial;
    private final SoloRun solo;

    TrialLog(Trial trial, SoloRun solo) {
        this.trial = trial;
        this.solo = solo;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("", "trial " + trial.id() + swept(), ""));
        indent(lines, steps());
        if (solo.curves().rows() > 0) {
            lines.add("");
            indent(lines, epochs());
        }
        Table row = solo.trials();
        String reason = row.text(0, row.column(Schemas.REASON));
        lines.add("");
        lines.add(row.text(0, row.column(Schemas.STATUS)) + (reason == null ? "" : ": " + reason));
        lines.add(verdict());
        lines.add("every step is in " + solo.location() + "/steps.csv");
        return lines;
    }

    private static void indent(List<String> lines, TextTable table) {
        table.render().lines().forEach(line -> lines.add("  " + line));
    }

    private String swept() {
        List<String> values = trial.swept().entrySet().stream()
                .map(each -> each.getKey() + " = "
                        + (each.getValue() instanceof Double number ? DecimalText.plain(number) : each.getValue()))
                .toList();
        return values.isEmpty() ? "" : ": " + String.join(", ", values);
    }

    private TextTable steps() {
        Table steps = solo.steps();
        TextTable text = new TextTable(" step", " learning rate", " loss", " gradient norm");
        for (int row = 0; row < Math.min(FIRST_STEPS, steps.rows()); row++) {
            text.row(
                    Long.toString(steps.whole(row, steps.column("step"))),
                    DecimalText.plain(steps.real(row, steps.column("learning_rate"))),
                    Rounded.metric(steps.real(row, steps.column("loss"))),
                    Rounded.metric(steps.real(row, steps.column("gradient_norm"))));
        }
        return text;
    }

    /** All epochs, or some at equal distances, and the last. */
    private TextTable epochs() {
        Table curves = solo.curves();
        List<String> shown = METRICS.stream().filter(this::isMeasured).toList();
        TextTable text = new TextTable(Stream.concat(
                        Stream.of(" epoch", " steps"),
                        shown.stream()
                                .map(name -> " "
                                        + name.replace("accuracy", "acc")
                                                .replace("validation", "val")
                                                .replace('_', ' ')))
                .toArray(String[]::new));
        int distance = (curves.rows() + MOST_EPOCHS - 1) / MOST_EPOCHS;
        for (int row = 0; row < curves.rows(); row++) {
            if ((row + 1) % distance == 0 || row == curves.rows() - 1) {
                text.row(epoch(curves, row, shown).toArray());
            }
        }
        return text;
    }

    private static List<String> epoch(Table curves, int row, List<String> shown) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(curves.whole(row, curves.column("epoch"))));
        cells.add(Long.toString(curves.whole(row, curves.column("steps"))));
        shown.forEach(name -> cells.add(Rounded.metric(curves.real(row, curves.column(name)))));
        return cells;
    }

    private boolean isMeasured(String metric) {
        Table curves = solo.curves();
        for (int row = 0; row < curves.rows(); row++) {
            if (!curves.isEmpty(row, curves.column(metric))) {
                return true;
            }
        }
        return false;
    }

    private String verdict() {
        if (!solo.isStored()) {
            return "no stored run to compare with: the experiment has not been run to its end";
        }
        return solo.sameAsStored()
                ? "same bits as the stored run"
                : "not the bits of the stored run; first in " + solo.difference();
    }
}
