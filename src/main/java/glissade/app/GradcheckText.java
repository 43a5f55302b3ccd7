package glissade.app;

import glissade.config.TextTable;
import glissade.engine.CheckPoint;
import glissade.engine.GradientCheck;
import glissade.engine.GradientCost;
import glissade.engine.PointCheck;
import glissade.engine.TensorCheck;
import glissade.model.Tensor;
import glissade.numeric.DecimalText;
import glissade.optim.Penalty;
import glissade.plan.PlanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code glissade gradcheck} prints. */
final class GradcheckText {
    /** In the order in which they were checked. */
    private static final List<CheckPoint> POINTS = List.of(CheckPoint.values());

    private GradcheckText() {}

    static String head(String experiment, String kernels) {
        return experiment + ": gradients by backpropagation, float32, " + kernels
                + "\nagainst central differences of a plain double loss\n";
    }

    /** One model at its points. */
    static String check(CheckedModel model, List<PointCheck> points) {
        boolean kinks = model.hasKinks();
        List<String> headings = new ArrayList<>(List.of("at", "layer", " parameters", " checked"));
        headings.addAll(kinks ? List.of(" at kinks") : List.of());
        headings.addAll(List.of(" largest slope", " worst error", " allowed", ""));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int i = 0; i < points.size(); i++) {
            CheckPoint point = POINTS.get(i);
            for (TensorCheck check : points.get(i).tensors()) {
                table.row(row(lowerCase(point), check, kinks).toArray());
            }
        }
        return "\n" + lines(model, points).render() + "\n" + table.render();
    }

    private static List<String> row(String point, TensorCheck check, boolean kinks) {
        List<String> row = new ArrayList<>(List.of(
                point, name(check.tensor()), Rounded.count(check.tensor().count()), Rounded.count(check.checked())));
        if (kinks) {
            row.add(Rounded.count(check.kinks()));
        }
        row.add(check.isChecked() ? Rounded.metric(check.largestSlope()) : "-");
        row.add(check.isChecked() ? Rounded.error(check.worstError()) : "-");
        row.add(Rounded.error(check.threshold()));
        row.add(check.failed() ? "FAILED" : check.isChecked() ? "pass" : "not checked");
        return row;
    }

    private static TextTable lines(CheckedModel model, List<PointCheck> points) {
        TextTable lines =
                new TextTable("model", PlanText.modelInWords(model.cohort().architecture()) + penalty(model));
        int lanes = model.cohort().trials().size();
        lines.row(
                "code",
                lanes == 1
                        ? "alone, as it trains"
                        : "lane " + (model.lane() + 1) + " of " + lanes + ", fused as it trains");
        for (int i = 0; i < points.size(); i++) {
            CheckPoint point = POINTS.get(i);
            PointCheck check = points.get(i);
            String place = point == CheckPoint.START ? "the trial's own starting parameters" : "random parameters";
            String leftOut = check.rowsLeftOut() == 0
                    ? ""
                    : "; " + Wording.number(check.rowsLeftOut(), "row") + " left out, a relu too near its kink";
            lines.row(lowerCase(point), place + ", " + Wording.number(check.rows(), "row") + leftOut);
        }
        return lines;
    }

    private static String lowerCase(CheckPoint point) {
        return point.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Tensor tensor) {
        return tensor.layer() + 1 + (tensor.weights() ? " weights" : " biases");
    }

    private static String penalty(CheckedModel model) {
        Penalty penalty = model.trial().training().penalty();
        return penalty.isPresent() ? ", l2 " + DecimalText.plain(penalty.lambda()) : "";
    }

    static String more(int count) {
        return "\n... and " + Wording.number(count, "more model") + ", not checked: narrow the sweep by --set\n";
    }

    static String legend() {
        return String.format(Locale.ROOT, """

                worst error  relative to the mean size of the rows' slopes
                allowed      %d times what float32 rounding may add up to in a model of that shape
                checked      all parameters, or a random choice of at most %s of a layer
                """, GradientCheck.MARGIN, Rounded.count(GradientCheck.MOST_PARAMETERS));
    }

    /** Explains the costs that follow. */
    static String costHead(CheckedModel model) {
        return """

                cost of one gradient of one trial of %s;
                processor time on this machine, medians; differences take two forward passes a parameter,
                backpropagation takes a few in all
                """.formatted(PlanText.modelInWords(model.cohort().architecture()));
    }

    static String costs(List<GradientCost> costs) {
        TextTable table = new TextTable(
                "units",
                " parameters",
                " rows",
                " double: backprop",
                " differences",
                " ratio",
                " float32: backprop",
                " differences",
                " ratio");
        for (GradientCost cost : costs) {
            table.row(
                    PlanText.unitsInWords(cost.architecture()),
                    Rounded.count(cost.architecture().parameters()),
                    cost.rows(),
                    duration(cost.exact().analytic()),
                    duration(cost.exact().numeric()),
                    ratio(cost.exact()),
                    duration(cost.kernels().analytic()),
                    duration(cost.kernels().numeric()),
                    ratio(cost.kernels()));
        }
        return "\n" + table.render();
    }

    static String verdict(int failed, int models) {
        return failed == 0
                ? "\npassed: backpropagation gives the slope of the loss\n"
                : "\nFAILED: wrong gradients, or none that could be checked, in " + failed + " of "
                        + Wording.number(models, "model") + "\n";
    }

    private static String ratio(GradientCost.Seconds seconds) {
        return Rounded.count((long) (seconds.ratio() + 0.5)) + " x";
    }

    private static String duration(double seconds) {
        if (seconds >= 1) {
            return Rounded.seconds(seconds);
        }
        return seconds < 1e-3
                ? String.format(Locale.ROOT, "%.1f us", 1e6 * seconds)
                : String.format(Locale.ROOT, "%.1f ms", 1e3 * seconds);
    }
}
