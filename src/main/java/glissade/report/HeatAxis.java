package glissade.report;

import glissade.numeric.DecimalText;
import glissade.store.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A swept path along a heat map, by the rule of the page: a place for each value, or where there are many numbers, as after a
 * random search, for each of some stretches of them in order.
 */
final class HeatAxis {
    private static final int MOST_PLACES = 24;
    private static final int FEWEST_STRETCHES = 3;
    private static final int MOST_STRETCHES = 12;

    private final String label;
    private final int values;
    private final List<String> names;
    private final int[] places;

    private HeatAxis(String label, int values, List<String> names, int[] places) {
        this.label = label;
        this.values = values;
        this.names = names;
        this.places = places;
    }

    static HeatAxis of(RunTables run, Column column) {
        String label = run.names().label(column.name());
        int[] rows = IntStream.range(0, run.trials().rows()).toArray();
        if (column.type() == Column.Type.STRING) {
            SweptAxis texts = new SweptAxis(run, column);
            int[] places = IntStream.of(rows).map(texts::place).toArray();
            List<String> names = texts.values();
            return new HeatAxis(Names.explained(label, names), names.size(), names, places);
        }
        double[] cells = Series.cells(run.trials(), run.trials().column(column.name()), rows);
        double[] values = DoubleStream.of(cells)
                .filter(Double::isFinite)
                .sorted()
                .distinct()
                .toArray();
        boolean few = values.length <= MOST_PLACES;
        int[] ends = few
                ? IntStream.range(0, values.length).toArray()
                : IntStream.range(1, stretches(values.length) + 1)
                        .map(stretch -> stretch * values.length / stretches(values.length) - 1)
                        .toArray();
        int[] places = DoubleStream.of(cells)
                .mapToInt(cell -> place(cell, values, ends))
                .toArray();
        List<String> names = IntStream.range(0, ends.length)
                .mapToObj(place -> few
                        ? run.names().value(firstOf(place, places), column)
                        : brief(values[place == 0 ? 0 : ends[place - 1] + 1]) + " – " + brief(values[ends[place]]))
                .toList();
        return new HeatAxis(label, values.length, names, places);
    }

    /** Into how many stretches so many values fall. */
    private static int stretches(int values) {
        return Math.max(FEWEST_STRETCHES, Math.min(MOST_STRETCHES, (int) Math.floor(Math.sqrt(values))));
    }

    private static int place(double cell, double[] values, int[] ends) {
        return IntStream.range(0, ends.length)
                .filter(place -> cell <= values[ends[place]])
                .findFirst()
                .orElse(-1);
    }

    private static int firstOf(int place, int[] places) {
        return IntStream.range(0, places.length)
                .filter(row -> places[row] == place)
                .findFirst()
                .orElseThrow();
    }

    private static String brief(double value) {
        return DecimalText.plain(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }

    String label() {
        return label;
    }

    /** How many different ones there are. */
    int values() {
        return values;
    }

    /** What stands beside each place. */
    List<String> names() {
        return names;
    }

    /** The place of a trial; negative if the path means nothing in it. */
    int place(int row) {
        return places[row];
    }
}
