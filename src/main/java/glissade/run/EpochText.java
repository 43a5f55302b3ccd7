package glissade.run;

import glissade.engine.CohortSpec;
import glissade.engine.CurvePoint;
import glissade.engine.Selection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An epoch of a cohort in one line: of few trials each, of many the best and the median one. */
final class EpochText {
    private static final MathContext DIGITS = new MathContext(5);

    private EpochText() {}

    static String of(CohortSpec spec, List<CurvePoint> points) {
        long running = points.stream().filter(Objects::nonNull).count();
        if (running == 0) {
            return "no trial completed it";
        }
        return points.size() <= Progress.FEW_TRIALS ? each(spec, points) : summary(spec.selection(), points, running);
    }

    private static String each(CohortSpec spec, List<CurvePoint> points) {
        List<String> trials = new ArrayList<>();
        for (int lane = 0; lane < points.size(); lane++) {
            if (points.get(lane) != null) {
                trials.add(spec.lanes().get(lane).trialId() + numbers(points.get(lane)));
            }
        }
        return String.join("; ", trials);
    }

    private static String numbers(CurvePoint point) {
        return number(" train loss ", point.trainLoss())
                + number(" accuracy ", point.trainAccuracy())
                + number(", validation loss ", point.validationLoss())
                + number(" accuracy ", point.validationAccuracy())
                + number(", test loss ", point.testLoss())
                + number(" accuracy ", point.testAccuracy());
    }

    private static String summary(Selection selection, List<CurvePoint> points, long running) {
        Selection trainLoss = Selection.named("train.loss", false);
        return running + " trials" + spread(trainLoss, points)
                + (selection.name().equals(trainLoss.name()) ? "" : spread(selection, points));
    }

    private static String spread(Selection selection, List<CurvePoint> points) {
        List<Double> values = points.stream()
                .filter(Objects::nonNull)
                .map(selection::value)
                .filter(number -> !number.isNaN())
                .sorted(selection::compare)
                .toList();
        return values.isEmpty()
                ? ""
                : number(", " + selection.name() + " best ", values.get(0))
                        + number(" median ", values.get(values.size() / 2));
    }

    private static String number(String name, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return name
                + (Double.isInfinite(value)
                        ? "infinite"
                        : new BigDecimal(value).round(DIGITS).toString());
    }
}
