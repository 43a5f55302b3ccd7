package glissade.gate;

import glissade.data.Split;
import glissade.numeric.DecimalText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound on a number of the best trial or of a named one, such as {@code test.recall(ripe) of 28291d71 >= 0.8}.
 *
 * @param split where it is measured
 * @param metric its name, as {@code glissade.engine.Metric} calls it
 * @param ofClass the class that it is of; empty for a number of all
 * @param trial the first digits of an id; empty for the best trial, or the best configuration
 * @param floor whether it must be at least, rather than at most
 * @param limit that
 */
public record MetricRule(Split split, String metric, String ofClass, String trial, boolean floor, double limit) {
    /** What there can be of each class. */
    public static final List<String> OF_A_CLASS = List.of("precision", "recall", "f1");

    /** What there can be of all rows. */
    public static final List<String> OF_ALL =
            List.of("loss", "accuracy", "auc", "macro_precision", "macro_recall", "macro_f1", "r2", "mae", "rmse");

    private static final Pattern SHAPE =
            Pattern.compile("\\s*(train|validation|test)\\.([a-z0-9_-]+)(?:\\(([^()]+)\\))?"
                    + "(?:\\s+of\\s+([0-9a-f]{4,}))?\\s*(>=|<=)\\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*");

    /** The rule that a text says; empty if it says none. */
    public static Optional<MetricRule> of(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String metric = parts.group(2).replace('-', '_');
        String ofClass = parts.group(3) == null ? "" : parts.group(3).strip();
        boolean known = (ofClass.isEmpty() ? OF_ALL : OF_A_CLASS).contains(metric);
        try {
            return known
                    ? Optional.of(new MetricRule(
                            Split.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                            metric,
                            ofClass,
                            parts.group(4) == null ? "" : parts.group(4),
                            parts.group(5).equals(">="),
                            Double.parseDouble(parts.group(6))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What is bounded, such as {@code test.recall(ripe) of 28291d71}. */
    public String subject() {
        return split.name().toLowerCase(Locale.ROOT) + "." + metric + (ofClass.isEmpty() ? "" : "(" + ofClass + ")")
                + (trial.isEmpty() ? "" : " of " + trial);
    }

    /** As a config file says it. */
    public String text() {
        return subject() + (floor ? " >= " : " <= ") + DecimalText.plain(limit);
    }

    /** Whether a number keeps to it; NaN never does. */
    boolean holds(double value) {
        return floor ? value >= limit : value <= limit;
    }

    /** Whether it is stored with every trial, rather than with the best ones only. */
    public boolean isOfEveryTrial() {
        return ofClass.isEmpty() && (metric.equals("loss") || metric.equals("accuracy"));
    }
}
