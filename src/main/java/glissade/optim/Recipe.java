package glissade.optim;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind by name with a value for each of its settings.
 *
 * @param name of the kind
 * @param values of its settings by name: Double, Boolean, String or a list of pairs of Double
 */
public record Recipe(String name, SortedMap<String, Object> values) implements Serializable {
    public Recipe {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static Recipe of(Kind kind, Map<String, ?> given) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (Setting setting : kind.settings()) {
            Object value = given.containsKey(setting.name()) ? given.get(setting.name()) : setting.fallback();
            String complaint = setting.complaint(value);
            if (complaint != null) {
                throw new IllegalArgumentException(complaint);
            }
            values.put(setting.name(), value);
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException(kind.name() + " has no setting " + name);
            }
        }
        return new Recipe(kind.name(), values);
    }

    public double number(Setting setting) {
        return (Double) values.get(setting.name());
    }

    public boolean flag(Setting setting) {
        return (Boolean) values.get(setting.name());
    }

    public String text(Setting setting) {
        return (String) values.get(setting.name());
    }

    /** Rows of a table: pairs of numbers. */
    @SuppressWarnings("unchecked") // checked value by value when the choice was made
    public List<List<Double>> table(Setting setting) {
        return (List<List<Double>>) values.get(setting.name());
    }

    /** What decides the shape of an update: the name and all settings but numbers, which lanes may differ in. */
    public String shape() {
        StringBuilder shape = new StringBuilder(name);
        values.forEach((setting, value) -> {
            if (!(value instanceof Double)) {
                shape.append('/').append(setting).append('=').append(value);
            }
        });
        return shape.toString();
    }
}
