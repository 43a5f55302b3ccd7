package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Points, row by row, turned into axes. */
final class PointTable {
    private final List<SortedMap<String, Literal>> rows = new ArrayList<>();

    /** Adds a point: what it says, by path. */
    void add(SortedMap<String, Literal> point) {
        rows.add(point);
    }

    /** By path, what the points say in turn; all of it stands where the list of points does. */
    SortedMap<String, AxisLiteral> columns(Place place) {
        SortedSet<String> paths = new TreeSet<>();
        rows.forEach(row -> paths.addAll(row.keySet()));
        SortedMap<String, AxisLiteral> columns = new TreeMap<>();
        for (String path : paths) {
            List<Literal> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(row.getOrDefault(path, new Literal(null, "", place))));
            columns.put(path, new AxisLiteral(SweepSection.POINTS, new Literal(cells, "", place)));
        }
        return columns;
    }
}
