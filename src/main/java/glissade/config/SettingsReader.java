package glissade.config;

import glissade.config.Settings.Given;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads every value of a document by the type of its key. */
final class SettingsReader {
    private final Problems problems;
    private final SortedMap<String, Given> given = new TreeMap<>();

    SettingsReader(Map<String, Literal> literals, Problems problems) {
        this.problems = problems;
        literals.forEach((path, literal) -> read(Keys.find(path).orElseThrow(), literal));
    }

    Settings settings() {
        return new Settings(given);
    }

    /** Null takes a value back, so that the default holds again. */
    private void read(Key<?> key, Literal literal) {
        if (literal.isNull()) {
            return;
        }
        try {
            given.put(key.path(), new Given(key.type().read(literal), literal.place()));
        } catch (UnfitValue e) {
            boolean meantAsAxis = literal.value() instanceof List && !(key.type() instanceof ListOf);
            String hint = meantAsAxis && key.swept()
                    ? "; to try several values use " + SweepSection.GRID.axisPath(key.path())
                    : "";
            problems.add(literal.place(), key.path(), e.getMessage() + hint);
        }
    }
}
