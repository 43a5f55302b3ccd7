package glissade.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a document under the keys and axes they belong to; whatever belongs nowhere is a problem. */
final class KeyedLiterals {
    private final SortedMap<String, Literal> values = new TreeMap<>();
    private final SortedMap<String, Literal> axes = new TreeMap<>();
    private final Problems problems;

    KeyedLiterals(ConfigObject document, Problems problems) {
        this.problems = problems;
        walk(document, "");
        values.forEach(this::settle);
    }

    /** By path of the key. */
    SortedMap<String, Literal> values() {
        return values;
    }

    /** By path of the key that is swept. */
    SortedMap<String, Literal> axes() {
        return axes;
    }

    /** How messages name an axis. */
    static String axisPath(String path) {
        return Keys.GRID + ".\"" + path + "\"";
    }

    private void walk(ConfigObject section, String prefix) {
        for (Map.Entry<String, ConfigValue> entry : entries(section)) {
            String path = prefix + entry.getKey();
            Literal literal = Literal.of(entry.getValue());
            if (Keys.find(path).isPresent()) {
                put(values, path, path, literal);
            } else if (path.equals(Keys.GRID) && entry.getValue() instanceof ConfigObject grid) {
                walkAxes(grid, "");
            } else if (Keys.isSection(path) && entry.getValue() instanceof ConfigObject inner) {
                walk(inner, path + ".");
            } else if (!Keys.isSection(path)) {
                addUnknown(path, entry.getValue());
            } else if (!literal.isNull()) {
                problems.add(literal.place(), path, sectionExpected(path, literal));
            }
        }
    }

    /** Both {@code "training.learning-rate" = [...]} and {@code training { learning-rate = [...] }} name an axis. */
    private void walkAxes(ConfigObject section, String prefix) {
        for (Map.Entry<String, ConfigValue> entry : entries(section)) {
            String path = prefix + entry.getKey();
            Literal literal = Literal.of(entry.getValue());
            if (Keys.find(path).filter(Key::swept).isPresent()) {
                put(axes, path, axisPath(path), literal);
            } else if (Keys.find(path).isPresent()) {
                boolean common = Keys.find(path).filter(Key::identity).isPresent();
                String reason = common ? "all trials of a run have it in common" : "results do not depend on it";
                problems.add(literal.place(), axisPath(path), "cannot be swept, as " + reason);
            } else if (Keys.isSection(path) && entry.getValue() instanceof ConfigObject inner) {
                walkAxes(inner, path + ".");
            } else {
                problems.add(literal.place(), axisPath(path), Keys.unknown(path, literal.value() == Literal.SECTION));
            }
        }
    }

    /** A section with one entry was perhaps never meant as a section, as in {@code --set trainig.epochs=3}. */
    private void addUnknown(String path, ConfigValue value) {
        if (value instanceof ConfigObject section && section.size() == 1) {
            Map.Entry<String, ConfigValue> only = entries(section).get(0);
            addUnknown(path + "." + only.getKey(), only.getValue());
        } else {
            problems.add(Place.of(value.origin()), path, Keys.unknown(path, value instanceof ConfigObject));
        }
    }

    private static List<Map.Entry<String, ConfigValue>> entries(ConfigObject section) {
        return section.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private static String sectionExpected(String path, Literal found) {
        String hint = Keys.find(path + ".type")
                .map(key -> "; did you mean " + key.path() + "?")
                .orElse("");
        return "expected a section, as in " + path + " { ... }, found " + found.inWords() + hint;
    }

    /** A path can be spelled with and without quotes; an override of either spelling wins over the file. */
    private void put(Map<String, Literal> all, String path, String shownPath, Literal literal) {
        Literal other = all.get(path);
        boolean overrides = literal.place().isOverride();
        if (other == null || (overrides && !other.place().isOverride())) {
            all.put(path, literal);
        } else if (overrides == other.place().isOverride()) {
            problems.add(literal.place(), shownPath, "given twice, also at " + other.place());
        }
    }

    /** An override with a single value replaces the file's axis over the same key. */
    private void settle(String path, Literal value) {
        Literal axis = axes.get(path);
        if (axis == null || axis.isNull() || value.isNull() || !value.place().isOverride()) {
            return;
        }
        if (axis.place().isOverride()) {
            problems.add(value.place(), path, "set to one value here and to an axis by " + axis.place());
        } else {
            axes.remove(path);
        }
    }
}
