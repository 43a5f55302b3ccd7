package glissade.plan;

import glissade.config.Axis;
import glissade.config.Key;
import glissade.config.Settings;
import glissade.config.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One combination of the values of a grid's axes.
 *
 * @param cells by axis, in the order of paths
 */
record GridPoint(List<Cell<?>> cells) {
    /** One axis and one of its values. */
    record Cell<T>(Axis<T> axis, SweptColumn column, T value) {
        String inWords() {
            return axis.key().path() + " = " + axis.key().type().show(value);
        }

        Object plain() {
            return column.cell(axis.key().type(), value);
        }
    }

    /** The number of combinations, or the largest number if there are more. */
    static long count(Sweep sweep) {
        long count = 1;
        for (Axis<?> axis : sweep.grid()) {
            int values = axis.values().size();
            count = count > Long.MAX_VALUE / values ? Long.MAX_VALUE : count * values;
        }
        return count;
    }

    /** All combinations: axes by path, values as they were written, the last axis fastest. */
    static List<GridPoint> all(Sweep sweep) {
        List<GridPoint> points = List.of(new GridPoint(List.of()));
        for (Axis<?> axis : sweep.grid()) {
            List<Cell<?>> cells = cells(axis);
            List<GridPoint> longer = new ArrayList<>(points.size() * cells.size());
            for (GridPoint point : points) {
                for (Cell<?> cell : cells) {
                    longer.add(point.and(cell));
                }
            }
            points = longer;
        }
        return points;
    }

    private static <T> List<Cell<?>> cells(Axis<T> axis) {
        SweptColumn column = SweptColumn.of(axis);
        List<Cell<?>> cells = new ArrayList<>();
        for (T value : axis.values()) {
            cells.add(new Cell<>(axis, column, value));
        }
        return cells;
    }

    private GridPoint and(Cell<?> cell) {
        List<Cell<?>> more = new ArrayList<>(cells);
        more.add(cell);
        return new GridPoint(more);
    }

    /** The values by key. */
    Map<Key<?>, Object> values() {
        Map<Key<?>, Object> values = new LinkedHashMap<>();
        cells.forEach(cell -> values.put(cell.axis().key(), cell.value()));
        return values;
    }

    /** The values that mean something beside the others, by path. */
    SortedMap<String, Object> swept(Settings settings) {
        SortedMap<String, Object> swept = new TreeMap<>();
        for (Cell<?> cell : cells) {
            if (settings.applies(cell.axis().key())) {
                swept.put(cell.axis().key().path(), cell.plain());
            }
        }
        return swept;
    }

    /** Names the combination; empty if it is the only one. */
    String where() {
        return cells.isEmpty() ? "" : " where " + inWords();
    }

    private String inWords() {
        return cells.stream().map(Cell::inWords).collect(Collectors.joining(", "));
    }
}
