package glissade.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import glissade.config.Settings.Given;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Walks a document and reads every value by the type of its key. */
final class SettingsReader {
    private final Problems problems;
    private final SortedMap<String, Literal> literals = new TreeMap<>();
    private final SortedMap<String, Literal> axisLiterals = new TreeMap<>();
    private final SortedMap<String, Given> given = new TreeMap<>();
    private final List<Axis<?>> axes = new ArrayList<>();
    /** Paths already complained of, so that one mistake is reported once. */
    private final Set<String> faulty = new HashSet<>();

    SettingsReader(ConfigObject document, Problems problems) {
        this.problems = problems;
        walk(document, "");
        settleOverriddenAxes();
        literals.forEach((path, literal) -> readValue(Keys.find(path).orElseThrow(), literal));
        axisLiterals.forEach((path, literal) -> readAxis(Keys.find(path).orElseThrow(), literal));
    }

    Settings settings() {
        return new Settings(given);
    }

    Sweep sweep() {
        return new Sweep(axes);
    }

    boolean isFaulty(Key<?> key) {
        return faulty.contains(key.path()) || faulty.contains(axisPath(key.path()));
    }

    static String axisPath(String path) {
        return Keys.GRID + ".\"" + path + "\"";
    }

    private void walk(ConfigObject section, String prefix) {
        entries(section).forEach(entry -> {
            String path = prefix + entry.getKey();
            Literal literal = Literal.of(entry.getValue());
            if (Keys.find(path).isPresent()) {
                put(literals, path, path, literal);
            } else if (literal.isNull() && Keys.isSection(path)) {
                return;
            } else if (entry.getValue() instanceof ConfigObject inner && Keys.isSection(path)) {
                enter(inner, path);
            } else if (Keys.isSection(path)) {
                complain(
                        literal.place(),
                        path,
                        "expected a section, as in " + path + " { ... }, found " + literal.inWords());
            } else {
                complain(literal.place(), path, Keys.unknown(path, literal.value() == Literal.SECTION));
            }
        });
    }

    private void enter(ConfigObject section, String path) {
        if (path.equals(Keys.GRID)) {
            walkAxes(section, "");
        } else {
            walk(section, path + ".");
        }
    }

    /** Both {@code "training.learning-rate" = [...]} and {@code training { learning-rate = [...] }} name an axis. */
    private void walkAxes(ConfigObject section, String prefix) {
        entries(section).forEach(entry -> {
            String path = prefix + entry.getKey();
            Literal literal = Literal.of(entry.getValue());
            Optional<Key<?>> key = Keys.find(path);
            if (key.isPresent() && key.get().identity()) {
                put(axisLiterals, path, axisPath(path), literal);
            } else if (key.isPresent()) {
                complain(literal.place(), axisPath(path), "cannot be swept: it is not part of what a trial is");
            } else if (entry.getValue() instanceof ConfigObject inner && Keys.isSection(path)) {
                walkAxes(inner, path + ".");
            } else {
                complain(literal.place(), axisPath(path), Keys.unknown(path, literal.value() == Literal.SECTION));
            }
        });
    }

    private static List<Map.Entry<String, ConfigValue>> entries(ConfigObject section) {
        return section.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    /** A path can be spelled with and without quotes; an override of either spelling wins over the file. */
    private void put(Map<String, Literal> all, String path, String shownPath, Literal literal) {
        Literal other = all.get(path);
        if (other == null || (literal.place().isOverride() && !other.place().isOverride())) {
            all.put(path, literal);
        } else if (literal.place().isOverride() == other.place().isOverride()) {
            complain(literal.place(), shownPath, "given twice, also at " + other.place());
        }
    }

    /** An override with a single value replaces the file's axis over the same key. */
    private void settleOverriddenAxes() {
        literals.forEach((path, literal) -> {
            Literal axis = axisLiterals.get(path);
            if (axis == null
                    || axis.isNull()
                    || literal.isNull()
                    || !literal.place().isOverride()) {
                return;
            }
            if (axis.place().isOverride()) {
                complain(literal.place(), path, "set to one value here and to an axis by " + axis.place());
            } else {
                axisLiterals.remove(path);
            }
        });
    }

    private <T> void readValue(Key<T> key, Literal literal) {
        read(key, literal, key.path(), (path, value) -> given.put(path, new Given(value, literal.place())));
    }

    private <T> void readAxis(Key<T> key, Literal literal) {
        String path = axisPath(key.path());
        if (literal.isNull()) {
            return;
        }
        List<Literal> elements = literal.elements();
        if (elements == null) {
            complain(literal.place(), path, "expected a list of values to try, found " + literal.inWords());
        } else if (elements.isEmpty()) {
            complain(literal.place(), path, "expected at least one value to try, found an empty list");
        } else {
            List<T> values = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                read(key, elements.get(i), path + "[" + i + "]", (where, value) -> values.add(value));
            }
            if (values.size() == elements.size()) {
                axes.add(new Axis<>(key, values, literal.place()));
            } else {
                faulty.add(path);
            }
        }
    }

    private <T> void read(Key<T> key, Literal literal, String path, BiConsumer<String, T> use) {
        if (literal.isNull() && path.equals(key.path())) {
            return; // null takes a value back, so that the default holds again
        }
        try {
            use.accept(path, key.type().read(literal));
        } catch (UnfitValue e) {
            complain(literal.place(), path, e.getMessage() + sweepHint(key, literal, path));
        }
    }

    private static String typeHint(String section) {
        return Keys.find(section + ".type")
                .map(key -> "; did you mean " + key.path() + "?")
                .orElse("");
    }

    private static String sweepHint(Key<?> key, Literal literal, String path) {
        boolean meantAsAxis = key.identity() && path.equals(key.path()) && literal.value() instanceof List;
        return meantAsAxis && !(key.type() instanceof ListOf) ? "; to try several values use " + axisPath(path) : "";
    }

    private void complain(Place place, String path, String message) {
        faulty.add(path);
        problems.add(place, path, message);
    }
}
