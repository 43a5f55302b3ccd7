package glissade.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads experiments. */
public final class Experiments {
    private Experiments() {}

    /** An experiment from the local disk; each assignment is {@code path=value} in HOCON and wins over the file. */
    public static Experiment load(Path file, List<String> assignments) {
        return load(new LocalFile(file), assignments);
    }

    /** An experiment from anywhere. Throws {@link InvalidExperiment} with every problem there is. */
    public static Experiment load(ExperimentSource source, List<String> assignments) {
        Problems problems = new Problems(source.name());
        SettingsReader reader = new SettingsReader(Document.read(source, assignments, problems), problems);
        Settings settings = reader.settings();
        Sweep sweep = reader.sweep();
        for (Key<?> key : Keys.ALL) {
            if (!reader.isFaulty(key)) {
                checkPresence(key, settings, sweep, problems);
                checkMeaning(key, settings, sweep, reader, problems);
            }
        }
        problems.throwIfAny();
        String name = settings.isGiven(ExperimentKeys.NAME) ? settings.get(ExperimentKeys.NAME) : nameOf(source);
        return new Experiment(source.name(), name, settings, sweep);
    }

    private static void checkPresence(Key<?> key, Settings settings, Sweep sweep, Problems problems) {
        boolean absent = !settings.isGiven(key) && sweep.axis(key).isEmpty();
        if (absent && key.standard().isRequired()) {
            problems.add(
                    null, key.path(), "must be given: expected " + key.type().expected());
        }
    }

    /** A key is in its place if it means something in at least one trial. */
    private static void checkMeaning(
            Key<?> key, Settings settings, Sweep sweep, SettingsReader reader, Problems problems) {
        boolean axis = sweep.axis(key).isPresent();
        if (!axis && !settings.isGiven(key)) {
            return;
        }
        for (Condition<?> condition : key.conditions()) {
            boolean known = !reader.isFaulty(condition.key()) && condition.isKnown(settings, sweep);
            if (known && !condition.canHold(settings, sweep)) {
                problems.add(
                        axis ? sweep.axis(key).orElseThrow().place() : settings.place(key),
                        axis ? SettingsReader.axisPath(key.path()) : key.path(),
                        "means nothing with " + condition.wordsInstead(settings, sweep) + ": it is only for "
                                + condition.words());
            }
        }
    }

    /** The file's name without its folders and its ending, as a folder name. */
    private static String nameOf(ExperimentSource source) {
        String file = source.name().replaceAll("^.*[/\\\\]", "").replaceFirst("\\.[A-Za-z]+$", "");
        String name = file.codePoints()
                .mapToObj(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')
                        ? Character.toString(c)
                        : "-")
                .collect(Collectors.joining())
                .replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "experiment" : name;
    }
}
