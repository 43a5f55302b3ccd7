package glissade.gate;

import glissade.data.DataSummary;
import glissade.data.TableFacts.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what the shape of two data sets differs, apart from their numbers of rows. */
final class SchemaDifference {
    private SchemaDifference() {}

    /** Nothing where columns, what they are for, and classes are the same; a new category of a column is no difference. */
    static List<String> between(DataSummary now, DataSummary before) {
        List<String> differences = new ArrayList<>();
        Map<String, String> uses = uses(now);
        Map<String, String> old = uses(before);
        old.forEach((name, use) -> {
            if (!uses.containsKey(name)) {
                differences.add("column '" + name + "' is gone");
            } else if (!uses.get(name).equals(use)) {
                differences.add("column '" + name + "' was " + use + " and is " + uses.get(name));
            }
        });
        uses.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> differences.add("column '" + name + "' is new"));
        if (differences.isEmpty() && !List.copyOf(uses.keySet()).equals(List.copyOf(old.keySet()))) {
            differences.add("the columns are in another order");
        }
        if (uses.isEmpty() && now.features() != before.features()) {
            differences.add(before.features() + " features became " + now.features());
        }
        if (!now.classNames().equals(before.classNames())) {
            differences.add("classes were " + String.join(", ", before.classNames()) + " and are "
                    + String.join(", ", now.classNames()));
        }
        return differences;
    }

    private static Map<String, String> uses(DataSummary data) {
        Map<String, String> uses = new LinkedHashMap<>();
        for (Column column : data.table().columns()) {
            uses.put(column.name(), column.use());
        }
        return uses;
    }
}
