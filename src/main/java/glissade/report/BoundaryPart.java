package glissade.report;

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

/**
 * The tables {@code boundary}, {@code boundary_epochs} and {@code points} in a page: for each point of a map a class, and how sure
 * the model is. Maps of epochs on the way are frames, of the leading trials as far as there is room.
 */
final class BoundaryPart {
    private static final int MOST_MAPS = 60;
    private static final int MOST_FRAME_BYTES = 600_000;
    private static final int SHADES = 24;
    private static final int NO_CLASS = 255;

    private final RunTables run;
    private final Table boundary;
    private final Optional<Table> frames;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private List<String> classes = List.of();
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    BoundaryPart(RunTables run, Table boundary, Optional<Table> frames) {
        this.run = run;
        this.boundary = boundary;
        this.frames = frames;
        run.order().forEach(row -> rows.put(run.id(row), row));
        see(boundary);
        frames.ifPresent(this::see);
    }

    private void see(Table table) {
        int predicted = table.column("predicted");
        int value = table.column("predicted_value");
        for (int row = 0; row < table.rows(); row++) {
            if (!table.isEmpty(row, predicted)) {
                names.add(table.text(row, predicted));
            } else if (Double.isFinite(table.real(row, value))) {
                low = Math.min(low, table.real(row, value));
                high = Math.max(high, table.real(row, value));
            }
        }
    }

    void write(Optional<Table> points, JsonText json) {
        points.ifPresent(this::addClasses);
        classes = names.stream().sorted(Comparator.naturalOrder()).toList();
        PointSets sets = new PointSets(run, points, classes);
        json.name("boundary")
                .beginObject()
                .name("shades")
                .value(SHADES)
                .name("maps")
                .beginArray();
        PlaneMap.all(boundary).stream()
                .filter(map -> rows.containsKey(map.trial()))
                .limit(MOST_MAPS)
                .forEach(map -> writeMap(map, sets.of(map.trial()), json));
        json.endArray().name("frames").beginArray();
        boolean whole = frames.isEmpty() || writeFrames(frames.get(), json);
        json.endArray().name("note").value(whole ? "" : "Epochs on the way are here of the leading trials only.");
        json.name("classes").beginArray();
        classes.forEach(json::value);
        json.endArray();
        sets.write(json);
        json.endObject();
    }

    private void addClasses(Table points) {
        int target = points.column("target");
        for (int row = 0; row < points.rows(); row++) {
            if (!points.isEmpty(row, target)) {
                names.add(points.text(row, target));
            }
        }
    }

    /** All of a trial or none; whether they were all of all. */
    private boolean writeFrames(Table table, JsonText json) {
        Map<String, List<PlaneMap>> byTrial = new LinkedHashMap<>();
        PlaneMap.all(table).forEach(map -> byTrial.computeIfAbsent(map.trial(), id -> new ArrayList<>())
                .add(map));
        int start = json.length();
        for (Map.Entry<String, List<PlaneMap>> each : byTrial.entrySet()) {
            if (json.length() - start > MOST_FRAME_BYTES) {
                return false;
            }
            if (rows.containsKey(each.getKey())) {
                each.getValue().forEach(map -> writeMap(map, -1, json));
            }
        }
        return true;
    }

    private void writeMap(PlaneMap map, int points, JsonText json) {
        int row = rows.get(map.trial());
        json.beginObject().name("row").value(row).name("epoch");
        json.value(map.epoch().orElseGet(() -> selectedEpoch(row)));
        json.name("points").value(points);
        json.name("left").value(map.x(0)).name("right").value(map.x(map.size() - 1));
        json.name("bottom").value(map.y(0)).name("top").value(map.y(map.size() - 1));
        json.name("width").value(map.width()).name("height").value(map.size() / map.width());
        byte[] kinds = new byte[map.size()];
        byte[] sure = new byte[map.size()];
        for (int i = 0; i < map.size(); i++) {
            kinds[i] = kind(map, i);
            sure[i] = (byte) StrictMath.rint(SHADES * sure(map, i));
        }
        json.name("kind").value(classes.isEmpty() ? null : Series.runs(kinds));
        json.name("sure").value(Series.runs(sure)).endObject();
    }

    private long selectedEpoch(int row) {
        String column = run.subject().bestEpoch() ? Schemas.BEST_EPOCH : Schemas.EPOCHS;
        return run.trials().whole(row, run.trials().column(column));
    }

    private byte kind(PlaneMap map, int point) {
        int kind = classes.indexOf(map.predicted(point));
        return (byte) (kind < 0 ? NO_CLASS : Math.min(kind, NO_CLASS - 1));
    }

    /** How far above chance, or where between the least and the largest value. */
    private double sure(PlaneMap map, int point) {
        if (classes.isEmpty()) {
            double value = map.value(point);
            return Double.isFinite(value) && high > low ? (value - low) / (high - low) : 0;
        }
        double probability = map.probability(point);
        double chance = 1.0 / Math.max(2, classes.size());
        return Double.isFinite(probability) ? Math.min(1, Math.max(0, (probability - chance) / (1 - chance))) : 1;
    }
}
