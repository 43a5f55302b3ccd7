package glissade.config;

import com.typesafe.config.ConfigObject;
import glissade.config.Settings.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads every value of a document by the type of its key. */
final class SettingsReader {
    private final Problems problems;
    private final SortedMap<String, Given> given = new TreeMap<>();
    private final List<Axis<?>> axes = new ArrayList<>();

    SettingsReader(ConfigObject document, Problems problems) {
        this.problems = problems;
        KeyedLiterals literals = new KeyedLiterals(document, problems);
        literals.values().forEach((path, literal) -> readValue(Keys.find(path).orElseThrow(), literal));
        literals.axes().forEach((path, literal) -> readAxis(Keys.find(path).orElseThrow(), literal));
    }

    Settings settings() {
        return new Settings(given);
    }

    Sweep sweep() {
        return new Sweep(axes);
    }

    /** Null takes a value back, so that the default holds again. */
    private void readValue(Key<?> key, Literal literal) {
        if (!literal.isNull()) {
            read(key, key.path(), literal).ifPresent(value -> given.put(key.path(), new Given(value, literal.place())));
        }
    }

    private <T> void readAxis(Key<T> key, Literal literal) {
        String path = KeyedLiterals.axisPath(key.path());
        List<Literal> elements = literal.elements();
        if (literal.isNull()) {
            return;
        } else if (elements == null) {
            problems.add(literal.place(), path, "expected a list of values to try, found " + literal.inWords());
            return;
        } else if (elements.isEmpty()) {
            problems.add(literal.place(), path, "expected at least one value to try, found an empty list");
            return;
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            read(key, path + "[" + i + "]", elements.get(i)).ifPresent(values::add);
        }
        if (!values.isEmpty()) {
            axes.add(new Axis<>(key, values, literal.place()));
        }
    }

    private <T> Optional<T> read(Key<T> key, String path, Literal literal) {
        try {
            return Optional.of(key.type().read(literal));
        } catch (UnfitValue e) {
            boolean meantAsAxis =
                    path.equals(key.path()) && literal.value() instanceof List && !(key.type() instanceof ListOf);
            String hint =
                    meantAsAxis && key.swept() ? "; to try several values use " + KeyedLiterals.axisPath(path) : "";
            problems.add(literal.place(), path, e.getMessage() + hint);
            return Optional.empty();
        }
    }
}
