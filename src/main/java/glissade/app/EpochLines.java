package glissade.app;

import glissade.data.Split;
import glissade.engine.CurvePoint;
import glissade.numeric.DecimalText;
import glissade.plan.Plan;
import glissade.plan.PlannedCohort;
import glissade.plan.Trial;
import glissade.run.Progress.TrialEpoch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The course of a few trials as a table that grows downwards: a line for each epoch of each. */
final class EpochLines {
    private static final String GAP = "  ";
    private static final int WIDEST_LABEL = 40;
    private static final int NUMBER = 9;

    /** A column of numbers. */
    private record Metric(String heading, ToDoubleFunction<CurvePoint> value) {
        String pad(String text) {
            return right(text, Math.max(NUMBER, heading.length()));
        }
    }

    private final Map<String, String> labels;
    private final int labelWidth;
    private final List<Metric> metrics;
    private boolean headed;

    EpochLines(Plan plan) {
        this.labels = plan.trials().all().stream()
                .collect(Collectors.toMap(Trial::id, EpochLines::label, (a, b) -> a, LinkedHashMap::new));
        this.labelWidth = labels.size() == 1
                ? 0
                : labels.values().stream().mapToInt(String::length).max().orElse(0);
        this.metrics = metrics(plan.cohorts());
    }

    private EpochLines() {
        this.labels = Map.of();
        this.labelWidth = 0;
        this.metrics = List.of();
    }

    /** A table that stays empty, for what is told in another way. */
    static EpochLines none() {
        return new EpochLines();
    }

    /** What was varied; the id of a trial in which nothing was. */
    private static String label(Trial trial) {
        String swept = trial.swept().entrySet().stream()
                .map(each -> each.getKey().substring(each.getKey().lastIndexOf('.') + 1) + " " + show(each.getValue()))
                .collect(Collectors.joining(", "));
        return swept.isEmpty() || swept.length() > WIDEST_LABEL ? trial.id() : swept;
    }

    private static String show(Object value) {
        return value instanceof Double number ? DecimalText.plain(number) : String.valueOf(value);
    }

    private static List<Metric> metrics(List<PlannedCohort> cohorts) {
        boolean right =
                cohorts.stream().anyMatch(cohort -> cohort.architecture().classifies());
        boolean validated = holds(cohorts, Split.VALIDATION, cohort -> true);
        boolean tested =
                holds(cohorts, Split.TEST, cohort -> cohort.spec().evaluation().testEachEpoch());
        List<Metric> metrics = new ArrayList<>();
        add(metrics, "train", true, right, CurvePoint::trainLoss, CurvePoint::trainAccuracy);
        add(metrics, "val", validated, right, CurvePoint::validationLoss, CurvePoint::validationAccuracy);
        add(metrics, "test", tested, right, CurvePoint::testLoss, CurvePoint::testAccuracy);
        return metrics;
    }

    private static boolean holds(
            List<PlannedCohort> cohorts, Split split, Function<PlannedCohort, Boolean> alsoNeeded) {
        return cohorts.stream().anyMatch(cohort -> cohort.data().summary().rows(split) > 0 && alsoNeeded.apply(cohort));
    }

    private static void add(
            List<Metric> metrics,
            String split,
            boolean present,
            boolean classifies,
            ToDoubleFunction<CurvePoint> loss,
            ToDoubleFunction<CurvePoint> accuracy) {
        if (present) {
            metrics.add(new Metric(split + " loss", loss));
        }
        if (present && classifies) {
            metrics.add(new Metric(split + " acc", accuracy));
        }
    }

    /** The lines of epochs that have just been completed; before the first ones a heading. */
    List<String> lines(List<TrialEpoch> epochs) {
        List<String> lines = new ArrayList<>();
        if (metrics.isEmpty()) {
            return lines;
        }
        if (!epochs.isEmpty() && !headed) {
            headed = true;
            lines.add(line("trial", "epoch", metric -> metric.pad(metric.heading())));
        }
        for (TrialEpoch epoch : epochs) {
            CurvePoint point = epoch.point();
            lines.add(line(
                    labels.get(epoch.trialId()),
                    Integer.toString(point.epoch()),
                    metric -> metric.pad(Rounded.metric(metric.value().applyAsDouble(point)))));
        }
        return lines;
    }

    private String line(String label, String epoch, Function<Metric, String> cell) {
        String who = labelWidth == 0 ? "" : GAP + label + " ".repeat(Math.max(0, labelWidth - label.length()));
        return who
                + GAP
                + right(epoch, "epoch".length())
                + metrics.stream().map(metric -> GAP + cell.apply(metric)).collect(Collectors.joining());
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
