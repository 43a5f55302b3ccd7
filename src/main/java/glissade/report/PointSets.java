package glissade.report;

import glissade.report.Stretches.Stretch;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of data in the plane, once for all trials on the same data. */
final class PointSets {
    private final Table points;
    private final List<String> classes;
    private final Map<String, Integer> setOf = new LinkedHashMap<>();
    private final List<Stretch> sets = new ArrayList<>();

    PointSets(RunTables run, Optional<Table> points, List<String> classes) {
        this.points = points.orElse(null);
        this.classes = classes;
        Map<String, Integer> byData = new LinkedHashMap<>();
        points.map(Stretches::new).ifPresent(stretches -> run.order().forEach(row -> {
            String data = run.trials().text(row, run.trials().column(Schemas.DATA));
            stretches
                    .of(run.id(row))
                    .ifPresent(stretch -> setOf.put(run.id(row), byData.computeIfAbsent(data, key -> {
                        sets.add(stretch);
                        return sets.size() - 1;
                    })));
        }));
    }

    int of(String trial) {
        return setOf.getOrDefault(trial, -1);
    }

    void write(JsonText json) {
        json.name("points").beginArray();
        for (Stretch stretch : sets) {
            int[] rows = IntStream.range(stretch.from(), stretch.to()).toArray();
            List<String> splits = IntStream.of(rows)
                    .mapToObj(row -> points.text(row, points.column("split")))
                    .distinct()
                    .toList();
            json.beginObject().name("length").value(rows.length).name("splits").beginArray();
            splits.forEach(json::value);
            json.endArray().name("split").value(indices("split", rows, splits));
            json.name("target").value(classes.isEmpty() ? null : indices("target", rows, classes));
            for (String column : List.of("x", "y", "target_value")) {
                json.name(column.equals("target_value") ? "value" : column);
                Series.write(Series.cells(points, points.column(column), rows), json);
            }
            json.endObject();
        }
        json.endArray();
    }

    private String indices(String column, int[] rows, List<String> names) {
        byte[] bytes = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            bytes[i] = (byte) Math.max(0, names.indexOf(points.text(rows[i], points.column(column))));
        }
        return Series.base64(bytes);
    }
}
