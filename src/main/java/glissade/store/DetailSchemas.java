package glissade.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What the tables of the best trials hold ({@code output.details}), best trial first, and what is drawn beneath them. In no
 * digest.
 *
 * <p>{@code predictions}, a row for each held-out row, validation before test, or for each training row where none is held
 * out; of each trial the first 100,000:
 *
 * <ul>
 *   <li>{@code trial_id}; {@code split}: validation, test or train; {@code row}: its position there, from 0, in canonical order
 *   <li>{@code id}: what the row is called, where {@code data.id} names a column
 *   <li>{@code target}, {@code predicted}: names of classes; {@code predicted} is empty where an output is not a number
 *   <li>{@code target_value}, {@code predicted_value}: of a value instead
 *   <li>{@code loss}: of the row; {@code p_NAME}: the probability of each class, of up to 20
 * </ul>
 *
 * <p>{@code confusion}, a row for each pair of an actual and a predicted class that occurs: how many rows, of all.
 *
 * <p>{@code metrics}, a row for each number over all rows of a split: see {@code glissade.engine.Metric}; {@code class} is empty
 * for those of all classes, {@code value} where the number means nothing.
 *
 * <p>{@code boundary}, of trials on two features ({@code output.boundaries}), a row for each point of a grid of 100 by 100 over
 * the range of the data and a tenth of it to every side: raw features {@code x} and {@code y}, the class predicted there and
 * its probability, or the value.
 *
 * <p>{@code boundary_epochs}, only where {@code output.boundary-epochs} names some: the same of the detailed trials among these
 * after each of those epochs that they came to, by {@code epoch}; of so many trials as have 120 maps together.
 *
 * <p>{@code points}, of the trials in {@code boundary}, a row for each of the first 500 data rows of each split: where it lies in that plane,
 * and its class or value.
 *
 * <p>{@code pictures}, of data whose features are as many as a square of 7 to 64 has places, of the detailed trials: for each split
 * a row for each of the 24 rows that {@code predictions} has the largest loss of among those told wrongly, worst first: its number,
 * the side of the square, and the grey {@code levels} of its places, line by line, two hexadecimal digits each.
 *
 * <p>{@code landscape}, of models on a surface, beneath the table {@code trajectory}: for each surface, in the order of their
 * names, a row for each point of a grid of 100 by 100, line by line from the least y, and the surface's {@code value} there,
 * without noise. The grid spans what the trials walked as long as they were no higher than twice the highest start, the
 * surface's lowest points, and a tenth to every side: it follows from {@code trajectory} and the surfaces.
 */
public final class DetailSchemas {
    public static final String PROBABILITY = "p_";
    public static final String LANDSCAPE = "landscape";

    public static final String BOUNDARY_EPOCHS = "boundary_epochs";

    private static final List<Column> MAP = List.of(
            Column.real("x"),
            Column.real("y"),
            Column.text("predicted"),
            Column.real("predicted_value"),
            Column.real("probability"));

    private DetailSchemas() {}

    /** The columns of {@code predictions} with a probability for each of these classes. */
    public static List<Column> predictions(List<String> classes) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(Schemas.TRIAL_ID),
                Column.text("split"),
                Column.whole("row"),
                Column.text("id"),
                Column.text("target"),
                Column.text("predicted"),
                Column.real("target_value"),
                Column.real("predicted_value"),
                Column.real("loss")));
        classes.forEach(name -> columns.add(Column.real(PROBABILITY + name)));
        return columns;
    }

    /** An empty {@code confusion}. */
    public static Table confusion() {
        return new Table(
                "confusion",
                List.of(
                        Column.text(Schemas.TRIAL_ID),
                        Column.text("split"),
                        Column.text("actual"),
                        Column.text("predicted"),
                        Column.whole("count")));
    }

    /** An empty {@code metrics}. */
    public static Table metrics() {
        return new Table(
                "metrics",
                List.of(
                        Column.text(Schemas.TRIAL_ID),
                        Column.text("split"),
                        Column.text("metric"),
                        Column.text("class"),
                        Column.real("value")));
    }

    /** An empty {@code boundary}. */
    public static Table boundary() {
        List<Column> columns = new ArrayList<>(List.of(Column.text(Schemas.TRIAL_ID)));
        columns.addAll(MAP);
        return new Table("boundary", columns);
    }

    /** An empty {@code boundary_epochs}. */
    public static Table boundaryEpochs() {
        List<Column> columns = new ArrayList<>(List.of(Column.text(Schemas.TRIAL_ID), Column.whole("epoch")));
        columns.addAll(MAP);
        return new Table(BOUNDARY_EPOCHS, columns);
    }

    /** An empty {@code pictures}. */
    public static Table pictures() {
        return new Table(
                "pictures",
                List.of(
                        Column.text(Schemas.TRIAL_ID),
                        Column.text("split"),
                        Column.whole("row"),
                        Column.whole("side"),
                        Column.text("levels")));
    }

    /** An empty {@code landscape}. */
    public static Table landscape() {
        return new Table(
                LANDSCAPE, List.of(Column.text("surface"), Column.real("x"), Column.real("y"), Column.real("value")));
    }

    /** An empty {@code points}. */
    public static Table points() {
        return new Table(
                "points",
                List.of(
                        Column.text(Schemas.TRIAL_ID),
                        Column.text("split"),
                        Column.real("x"),
                        Column.real("y"),
                        Column.text("target"),
                        Column.real("target_value")));
    }
}
