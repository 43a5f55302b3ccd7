package glissade.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, to be reported at once. */
public final class Problems {
    private final String source;
    private final List<Problem> found = new ArrayList<>();

    /** The source is the experiment's name in messages. */
    public Problems(String source) {
        this.source = source;
    }

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    void add(Place place, String path, String message) {
        add(new Problem(place, path, message));
    }

    /** Whether a key, or a sweep over it, has been complained of, so that what follows from that need not be. */
    boolean concern(Key<?> key) {
        return found.stream()
                .map(Problem::path)
                .anyMatch(path -> path.equals(key.path()) || isAxisOver(path, key.path()));
    }

    private static boolean isAxisOver(String path, String key) {
        return Arrays.stream(SweepSection.values()).anyMatch(section -> path.startsWith(section.axisPath(key)));
    }

    /** Ends here if there is a problem. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw asException();
        }
    }

    /** In the order of the text; what is written nowhere comes last. */
    InvalidExperiment asException() {
        found.sort(Comparator.comparing(Problem::place, Comparator.nullsLast(Comparator.naturalOrder())));
        return new InvalidExperiment(source, found);
    }
}
