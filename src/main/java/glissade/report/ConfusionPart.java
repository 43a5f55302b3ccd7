package glissade.report;

import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables {@code confusion} and {@code metrics} in a page. */
final class ConfusionPart {
    private static final int MOST_CLASSES = 60;
    private static final String NO_CLASS = "–";

    private final RunTables run;
    private final Table confusion;
    private final List<String> classes;

    ConfusionPart(RunTables run, Table confusion) {
        this.run = run;
        this.confusion = confusion;
        Set<String> names = new LinkedHashSet<>();
        for (int row = 0; row < confusion.rows(); row++) {
            names.add(name(row, "actual"));
            names.add(name(row, "predicted"));
        }
        boolean classless = names.remove(NO_CLASS);
        classes = new ArrayList<>(ClassOrder.of(names));
        if (classless) {
            classes.add(NO_CLASS);
        }
    }

    /** Whether there are so few classes that a map of them says anything. */
    boolean isReadable() {
        return classes.size() <= MOST_CLASSES;
    }

    private String name(int row, String column) {
        String name = confusion.text(row, confusion.column(column));
        return name == null ? NO_CLASS : name;
    }

    void write(Table metrics, JsonText json) {
        Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < confusion.rows(); row++) {
            String trial = confusion.text(row, confusion.column(Schemas.TRIAL_ID));
            groups.computeIfAbsent(List.of(trial, name(row, "split")), key -> new ArrayList<>())
                    .add(row);
        }
        Map<String, Integer> rows = rows(run);
        json.name("confusion").beginObject().name("tables").beginArray();
        groups.forEach((key, places) -> {
            if (rows.containsKey(key.get(0))) {
                json.beginObject().name("row").value(rows.get(key.get(0)));
                json.name("split").value(key.get(1));
                writeCells(places, json);
                json.endObject();
            }
        });
        json.endArray();
        writeMetrics(run, metrics, json);
        json.endObject();
    }

    private void writeCells(List<Integer> places, JsonText json) {
        json.name("classes").beginArray();
        classes.forEach(json::value);
        json.endArray().name("cells").beginArray();
        for (int row : places) {
            json.beginArray().value(classes.indexOf(name(row, "actual")));
            json.value(classes.indexOf(name(row, "predicted")));
            json.value(confusion.whole(row, confusion.column("count"))).endArray();
        }
        json.endArray();
    }

    private static Map<String, Integer> rows(RunTables run) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        run.order().forEach(row -> rows.put(run.id(row), row));
        return rows;
    }

    /** Trial, split, name, class and value of each number. */
    static void writeMetrics(RunTables run, Table metrics, JsonText json) {
        Map<String, Integer> rows = rows(run);
        json.name("metrics").beginArray();
        for (int row = 0; row < metrics.rows(); row++) {
            Integer trial = rows.get(metrics.text(row, metrics.column(Schemas.TRIAL_ID)));
            if (trial != null) {
                json.beginArray().value(trial);
                for (String column : List.of("split", "metric", "class")) {
                    json.value(metrics.text(row, metrics.column(column)));
                }
                json.value(metrics.real(row, metrics.column("value"))).endArray();
            }
        }
        json.endArray();
    }
}
