package glissade.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every key there is. */
public final class Keys {
    /** All keys, in the order of their documentation. */
    public static final List<Key<?>> ALL = Stream.of(
                    ExperimentKeys.head(),
                    DataKeys.group(),
                    ModelKeys.group(),
                    TrainingKeys.group(),
                    EvaluationKeys.group(),
                    SweepKeys.group(),
                    ExperimentKeys.output(),
                    CheckpointKeys.group(),
                    GateKeys.group())
            .<Key<?>>flatMap(group -> group.keys().stream())
            .toList();

    private static final Map<String, Key<?>> BY_PATH =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Key::path, key -> key));
    private static final SortedSet<String> SECTIONS = sections();

    private Keys() {}

    /** The key at a path. */
    static Optional<Key<?>> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /**
     * Whether a key, or a way to vary keys, can change the digest of a run, unlike names, places, and what is made of results
     * once they are there.
     */
    public static boolean shapesResults(String path) {
        boolean ranks = path.equals(ExperimentKeys.BEST_BY.path()) || path.equals(ExperimentKeys.EPOCH.path());
        return ranks
                || path.startsWith("sweep.")
                || find(path).map(Key::identity).orElse(true);
    }

    static boolean isSection(String path) {
        return SECTIONS.contains(path);
    }

    /** What to say of a path that is no key. */
    static String unknown(String path, boolean section) {
        List<String> names =
                new ArrayList<>(section ? SECTIONS : ALL.stream().map(Key::path).toList());
        names.add(SweepSection.POINTS.path());
        String kind = section ? "unknown section" : "unknown key";
        return NearestName.ofPaths(path, names)
                .map(nearest -> kind + "; did you mean " + nearest + "?")
                .orElse(kind + "; `glissade keys` lists all there are");
    }

    /** Points are a list, not a section. */
    private static String pathWithin(SweepSection section) {
        return section.path() + (section == SweepSection.POINTS ? "" : ".");
    }

    private static SortedSet<String> sections() {
        SortedSet<String> sections = new TreeSet<>();
        Stream.concat(
                        Arrays.stream(SweepSection.values()).map(Keys::pathWithin),
                        ALL.stream().map(Key::path))
                .forEach(path -> {
                    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
                        sections.add(path.substring(0, dot));
                    }
                });
        return sections;
    }
}
