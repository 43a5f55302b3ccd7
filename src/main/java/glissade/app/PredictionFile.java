package glissade.app;

import glissade.data.NewRows;
import glissade.engine.Metric;
import glissade.engine.Scorecard;
import glissade.engine.ScoredRows;
import glissade.model.Scorer;
import glissade.numeric.DecimalText;
import glissade.predict.ModelDescription;
import glissade.predict.PredictionColumns;
import glissade.store.Column;
import glissade.store.DetailSchemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code glissade predict} writes and prints: {@code id, target, predicted, p_NAME ...}, the first two where known. */
final class PredictionFile {
    static final String NAME = "predictions";
    static final String METRICS = "metrics";
    static final List<Column> METRIC_COLUMNS =
            List.of(Column.text("metric"), Column.text("class"), Column.real("value"));

    private static final int MOST_SHOWN = 10;

    private final ModelDescription model;
    private final NewRows rows;
    private final List<String> classes;
    private final boolean classifies;
    private final int probabilities;
    private final long[] predicted;
    private long undefined;
    private float least = Float.POSITIVE_INFINITY;
    private float largest = Float.NEGATIVE_INFINITY;

    PredictionFile(ModelDescription model, NewRows rows) {
        this.model = model;
        this.rows = rows;
        this.classes = model.data().classNames();
        this.classifies = model.architecture().classifies();
        this.probabilities =
                PredictionColumns.probabilities(model.model(), model.data()).size();
        this.predicted = new long[classes.size()];
    }

    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        if (rows.hasIds()) {
            columns.add(Column.text("id"));
        }
        if (rows.hasTargets()) {
            columns.add(classifies ? Column.text("target") : Column.real("target"));
        }
        columns.add(classifies ? Column.text("predicted") : Column.real("predicted"));
        for (int c = 0; c < probabilities; c++) {
            columns.add(Column.real(DetailSchemas.PROBABILITY + classes.get(c)));
        }
        return columns;
    }

    /** Some rows; counts them too. */
    Table table(ScoredRows scored, List<String> ids) {
        Table table = new Table(NAME, columns());
        for (int row = 0; row < scored.count(); row++) {
            List<Object> line = new ArrayList<>();
            if (rows.hasIds()) {
                line.add(ids.get(row));
            }
            if (rows.hasTargets()) {
                line.add(target(scored.target(row)));
            }
            line.add(classifies ? name(scored.predictedClass(row)) : (Object) value(scored.value(row)));
            for (int c = 0; c < probabilities; c++) {
                line.add(decimal(scored.probability(row, c)));
            }
            table.add(line);
        }
        return table;
    }

    private Object target(float target) {
        if (Float.isNaN(target)) {
            return null;
        }
        return classifies ? classes.get((int) target) : (Object) decimal(target);
    }

    private String name(int predictedClass) {
        if (predictedClass == Scorer.NO_CLASS) {
            undefined++;
            return null;
        }
        predicted[predictedClass]++;
        return classes.get(predictedClass);
    }

    private double value(float value) {
        undefined += Float.isNaN(value) ? 1 : 0;
        least = Math.min(least, Float.isNaN(value) ? least : value);
        largest = Math.max(largest, Float.isNaN(value) ? largest : value);
        return decimal(value);
    }

    /** The shortest decimal that is this float, rather than all digits of it. */
    private static double decimal(float value) {
        return Float.isFinite(value) ? Double.parseDouble(DecimalText.of(value)) : value;
    }

    Table metrics(Scorecard card) {
        Table table = new Table(METRICS, METRIC_COLUMNS);
        for (Metric metric : Metric.of(card)) {
            String of = metric.ofClass() == Metric.OVERALL ? null : classes.get(metric.ofClass());
            table.add(Arrays.asList(metric.name(), of, metric.value()));
        }
        return table;
    }

    List<String> summary(String data, Scorecard card, List<String> files) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add(field("rows", Rounded.count(rows.rows()) + " in " + data + dropped()));
        lines.add(field("model", "trial " + model.trial() + ", epoch " + model.epoch()));
        lines.add(field("predicted", predictedInWords()));
        if (card.rows() > 0) {
            List<String> metrics = Metric.of(card).stream()
                    .filter(metric -> metric.ofClass() == Metric.OVERALL)
                    .map(metric -> metric.name() + " " + Rounded.metric(metric.value()))
                    .toList();
            lines.add(field("metrics", String.join(", ", metrics)));
        } else {
            lines.add(field("metrics", "none, as no row has a target"));
        }
        for (int i = 0; i < files.size(); i++) {
            lines.add(field(i == 0 ? "results" : "", files.get(i)));
        }
        lines.add("");
        return lines;
    }

    private String dropped() {
        return rows.dropped() == 0
                ? ""
                : "; " + Rounded.count(rows.dropped()) + " more left out, as a cell is missing (data.missing = drop)";
    }

    private String predictedInWords() {
        String none = undefined == 0 ? "" : ", not a number " + Rounded.count(undefined);
        if (!classifies) {
            return "values from " + Rounded.metric(least) + " to " + Rounded.metric(largest) + none;
        }
        List<String> counts = new ArrayList<>();
        for (int c = 0; c < Math.min(MOST_SHOWN, classes.size()); c++) {
            counts.add(classes.get(c) + " " + Rounded.count(predicted[c]));
        }
        return String.join(", ", counts) + (classes.size() > MOST_SHOWN ? ", ..." : "") + none;
    }

    private static String field(String name, String value) {
        return "  " + name + " ".repeat(11 - name.length()) + value;
    }
}
