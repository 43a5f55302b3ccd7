package glissade.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ways to vary keys. A sweep is the product of those given, in this order, the last fastest; each but the grid is one
 * joint axis.
 */
public enum SweepSection {
    GRID("sweep.grid", "list of values", "values to try, a trial for every combination"),
    ZIP("sweep.zip", "list of values", "values to try side by side: the first of every list, the second of every list"),
    POINTS(
            "sweep.points",
            "list | file",
            "points to try, as in [{ KEY = 1 }, { KEY = 2 }], or a .csv (header: keys) or .json file beside this one; what a"
                    + " point leaves out is as without it"),
    RANDOM(
            "sweep.random.axes",
            "distribution",
            "one of { uniform = [a, b] }, { log-uniform = [a, b] }, { int = [a, b] }, { choice = [...] }; a draw depends on"
                    + " seed, KEY and its number alone, so a longer list begins with the shorter one");

    private static final String SWEEPABLE = "; KEY: seed or a key of data, model, training, evaluate";

    private final String path;
    private final String type;
    private final String meaning;

    SweepSection(String path, String type, String meaning) {
        this.path = path;
        this.type = type;
        this.meaning = meaning;
    }

    /** The way that is written at a path. */
    static Optional<SweepSection> at(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path.equals(path))
                .findFirst();
    }

    /** Where it is written, for example {@code sweep.grid}. */
    public String path() {
        return path;
    }

    /** How messages name an axis. */
    public String axisPath(String key) {
        return path + ".\"" + key + "\"";
    }

    /** Its row in the table of keys: path, type, default, meaning. */
    List<String> documentation() {
        String entry = this == POINTS ? path : path + ".\"KEY\"";
        return List.of(entry, type, "(none)", this == GRID ? meaning + SWEEPABLE : meaning);
    }

    /** Whether a value has the right form at all. */
    boolean accepts(Literal literal) {
        return literal.isNull()
                || (this == POINTS
                        ? literal.elements() != null || literal.value() instanceof String
                        : literal.isSection());
    }

    /** What to say of another value. */
    String expected(Literal found) {
        String form =
                this == POINTS ? "a list of points or the name of a file" : "a section, as in " + path + " { ... }";
        return "expected " + form + ", found " + found.inWords();
    }
}
