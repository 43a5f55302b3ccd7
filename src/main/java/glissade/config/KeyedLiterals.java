package glissade.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of a document under the keys they belong to, and its ways to vary keys; the rest is a problem. */
final class KeyedLiterals {
    private final SortedMap<String, Literal> values = new TreeMap<>();
    private final Map<SweepSection, Literal> sections = new EnumMap<>(SweepSection.class);
    private final Problems problems;

    KeyedLiterals(Literal document, Problems problems) {
        this.problems = problems;
        walk(document, "");
    }

    /** By path of the key. */
    SortedMap<String, Literal> values() {
        return values;
    }

    /** What stands under the sections of a sweep. */
    Map<SweepSection, Literal> sections() {
        return sections;
    }

    private void walk(Literal section, String prefix) {
        section.entries().forEach((name, literal) -> {
            String path = prefix + name;
            if (Keys.find(path).isPresent()) {
                put(path, literal);
            } else if (SweepSection.at(path).isPresent()) {
                addSweep(SweepSection.at(path).get(), literal);
            } else if (Keys.isSection(path) && literal.isSection()) {
                walk(literal, path + ".");
            } else if (!Keys.isSection(path)) {
                addUnknown(path, literal);
            } else if (!literal.isNull()) {
                problems.add(literal.place(), path, sectionExpected(path, literal));
            }
        });
    }

    /** A path can be spelled with and without quotes; an override of either spelling wins over the file. */
    private void put(String path, Literal literal) {
        Literal other = values.get(path);
        boolean overrides = literal.place().isOverride();
        if (other == null || (overrides && !other.place().isOverride())) {
            values.put(path, literal);
        } else if (overrides == other.place().isOverride()) {
            problems.add(literal.place(), path, "given twice, also at " + other.place());
        }
    }

    private void addSweep(SweepSection section, Literal literal) {
        if (section.accepts(literal)) {
            sections.put(section, literal);
        } else {
            problems.add(literal.place(), section.path(), section.expected(literal));
        }
    }

    /** A section with one entry was perhaps never meant as a section, as in {@code --set trainig.epochs=3}. */
    private void addUnknown(String path, Literal literal) {
        if (literal.entries().size() == 1) {
            String only = literal.entries().firstKey();
            addUnknown(path + "." + only, literal.entries().get(only));
        } else {
            problems.add(literal.place(), path, Keys.unknown(path, literal.isSection()));
        }
    }

    private static String sectionExpected(String path, Literal found) {
        String hint = Keys.find(path + ".type")
                .map(key -> "; did you mean " + key.path() + "?")
                .orElse("");
        return "expected a section, as in " + path + " { ... }, found " + found.inWords() + hint;
    }
}
