package glissade.plan;

import glissade.config.Axis;
import glissade.config.Key;
import glissade.config.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One combination of the values of a sweep's axes.
 *
 * @param cells by axis, grid first; without those that leave their key to the base
 */
record SweepPoint(List<Cell<?>> cells) {
    /** One axis and one of its values. */
    record Cell<T>(Axis<T> axis, T value) {
        String inWords() {
            return axis.key().path() + " = " + axis.key().type().show(value);
        }
    }

    /** The number of combinations, or the largest number if there are more. */
    static long count(Sweep sweep) {
        long count = 1;
        for (List<Axis<?>> factor : sweep.factors()) {
            int values = length(factor);
            count = count > Long.MAX_VALUE / values ? Long.MAX_VALUE : count * values;
        }
        return count;
    }

    /** Steps along axes that go together. */
    static int length(List<Axis<?>> factor) {
        return factor.get(0).values().size();
    }

    /** All combinations: values as they were written, the last factor fastest. */
    static List<SweepPoint> all(Sweep sweep) {
        List<SweepPoint> points = List.of(new SweepPoint(List.of()));
        for (List<Axis<?>> factor : sweep.factors()) {
            List<SweepPoint> longer = new ArrayList<>(points.size() * length(factor));
            for (SweepPoint point : points) {
                for (int step = 0; step < length(factor); step++) {
                    longer.add(point.and(factor, step));
                }
            }
            points = longer;
        }
        return points;
    }

    private SweepPoint and(List<Axis<?>> factor, int step) {
        List<Cell<?>> more = new ArrayList<>(cells);
        for (Axis<?> axis : factor) {
            add(axis, step, more);
        }
        return new SweepPoint(more);
    }

    private static <T> void add(Axis<T> axis, int step, List<Cell<?>> cells) {
        T value = axis.values().get(step);
        if (value != null) {
            cells.add(new Cell<>(axis, value));
        }
    }

    /** The values by key. */
    Map<Key<?>, Object> values() {
        Map<Key<?>, Object> values = new LinkedHashMap<>();
        cells.forEach(cell -> values.put(cell.axis().key(), cell.value()));
        return values;
    }

    /** Names the combination; empty if it is the only one. */
    String where() {
        return cells.isEmpty() ? "" : " where " + inWords();
    }

    private String inWords() {
        return cells.stream().map(Cell::inWords).collect(Collectors.joining(", "));
    }
}
