package glissade.predict;

import glissade.data.DataSummary;
import glissade.engine.ScoredRows;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.model.Scorer;
import glissade.store.Column;
import glissade.store.DetailSchemas;
import java.util.List;

/** The cells of a table of predictions from {@code target} on, as {@link DetailSchemas} tells them. */
public final class PredictionColumns {
    private final List<String> classes;
    private final boolean classifies;
    /** By column of the table; -1 for a class that this model does not know. */
    private final int[] probabilities;

    /** Of a model's predictions in a table with these columns. */
    public PredictionColumns(ModelSpec model, DataSummary data, List<Column> columns) {
        classes = data.classNames();
        classifies = Architecture.of(model, data.features(), data.classes()).classifies();
        List<String> known = probabilities(model, data);
        probabilities = columns.stream()
                .filter(column -> column.name().startsWith(DetailSchemas.PROBABILITY))
                .mapToInt(column -> known.indexOf(column.name().substring(DetailSchemas.PROBABILITY.length())))
                .toArray();
    }

    /** The classes whose probabilities are kept. */
    public static List<String> probabilities(ModelSpec model, DataSummary data) {
        int made = Scorer.probabilities(Architecture.of(model, data.features(), data.classes()));
        return made > 0 && made <= ScoredRows.MOST_PROBABILITIES ? data.classNames() : List.of();
    }

    /** Appends target, prediction, their values, loss and probabilities of a row. */
    public void add(ScoredRows rows, int row, List<Object> line) {
        float target = rows.target(row);
        boolean known = !Float.isNaN(target);
        int predicted = rows.predictedClass(row);
        line.add(classifies && known ? classes.get((int) target) : null);
        line.add(predicted == Scorer.NO_CLASS ? null : classes.get(predicted));
        line.add(classifies ? null : (Object) (double) target);
        line.add(classifies ? null : (Object) (double) rows.value(row));
        line.add((double) rows.loss(row));
        for (int place : probabilities) {
            line.add(place < 0 ? null : (Object) (double) rows.probability(row, place));
        }
    }
}
