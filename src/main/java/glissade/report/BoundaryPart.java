package glissade.report;

import glissade.store.Column;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables {@code boundary} and {@code points} in a page: two bytes for each point of a map, a class and how sure it is. */
final class BoundaryPart {
    private static final int MOST_MAPS = 40;
    private static final int SURE = 255;
    private static final int NO_CLASS = 255;

    private final RunTables run;
    private final Table boundary;
    private final List<String> classes;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    BoundaryPart(RunTables run, Table boundary) {
        this.run = run;
        this.boundary = boundary;
        int predicted = boundary.column("predicted");
        int value = boundary.column("predicted_value");
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < boundary.rows(); row++) {
            if (!boundary.isEmpty(row, predicted)) {
                names.add(boundary.text(row, predicted));
            } else if (Double.isFinite(boundary.real(row, value))) {
                low = Math.min(low, boundary.real(row, value));
                high = Math.max(high, boundary.real(row, value));
            }
        }
        classes = new ArrayList<>(names);
    }

    void write(Optional<Table> points, JsonText json) {
        points.ifPresent(this::addClasses);
        classes.sort(Comparator.naturalOrder());
        PointSets sets = new PointSets(run, points, classes);
        json.name("boundary").beginObject().name("maps").beginArray();
        Map<String, Integer> rows = new LinkedHashMap<>();
        run.order().forEach(row -> rows.put(run.id(row), row));
        int from = 0;
        int written = 0;
        for (int to = 1; to <= boundary.rows() && written < MOST_MAPS; to++) {
            if (to == boundary.rows() || !key(to).equals(key(from))) {
                String trial = boundary.text(from, boundary.column(Schemas.TRIAL_ID));
                if (rows.containsKey(trial)) {
                    writeMap(rows.get(trial), from, to, sets.of(trial), json);
                    written++;
                }
                from = to;
            }
        }
        json.endArray().name("classes").beginArray();
        classes.forEach(json::value);
        json.endArray();
        sets.write(json);
        json.endObject();
    }

    private void addClasses(Table points) {
        int target = points.column("target");
        for (int row = 0; row < points.rows(); row++) {
            if (!points.isEmpty(row, target) && !classes.contains(points.text(row, target))) {
                classes.add(points.text(row, target));
            }
        }
    }

    /** The column {@code epoch}, where maps of several were stored. */
    private int epoch() {
        List<String> names = boundary.columns().stream().map(Column::name).toList();
        return names.indexOf("epoch");
    }

    private List<Object> key(int row) {
        String trial = boundary.text(row, boundary.column(Schemas.TRIAL_ID));
        return epoch() < 0 ? List.of(trial) : List.of(trial, boundary.whole(row, epoch()));
    }

    private void writeMap(int row, int from, int to, int points, JsonText json) {
        int x = boundary.column("x");
        int y = boundary.column("y");
        int width = 1;
        while (from + width < to && boundary.real(from + width, y) == boundary.real(from, y)) {
            width++;
        }
        json.beginObject().name("row").value(row).name("epoch");
        if (epoch() < 0) {
            json.value((String) null);
        } else {
            json.value(boundary.whole(from, epoch()));
        }
        json.name("points").value(points);
        json.name("left").value(boundary.real(from, x)).name("right").value(boundary.real(to - 1, x));
        json.name("bottom").value(boundary.real(from, y)).name("top").value(boundary.real(to - 1, y));
        json.name("width").value(width).name("height").value((to - from) / width);
        byte[] kinds = new byte[to - from];
        byte[] sure = new byte[to - from];
        for (int i = from; i < to; i++) {
            kinds[i - from] = kind(i);
            sure[i - from] = (byte) StrictMath.rint(SURE * sure(i));
        }
        json.name("kind").value(classes.isEmpty() ? null : Series.base64(kinds));
        json.name("sure").value(Series.base64(sure)).endObject();
    }

    private byte kind(int row) {
        int kind = classes.indexOf(boundary.text(row, boundary.column("predicted")));
        return (byte) (kind < 0 ? NO_CLASS : Math.min(kind, NO_CLASS - 1));
    }

    /** How far above chance, or where between the least and the largest value. */
    private double sure(int row) {
        if (classes.isEmpty()) {
            double value = boundary.real(row, boundary.column("predicted_value"));
            return Double.isFinite(value) && high > low ? (value - low) / (high - low) : 0;
        }
        double probability = boundary.real(row, boundary.column("probability"));
        double chance = 1.0 / Math.max(2, classes.size());
        return Double.isFinite(probability) ? Math.min(1, Math.max(0, (probability - chance) / (1 - chance))) : 1;
    }
}
