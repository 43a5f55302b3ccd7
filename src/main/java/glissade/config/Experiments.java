package glissade.config;

import glissade.data.DataSpec;
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
        KeyedLiterals literals = new KeyedLiterals(Document.read(source, assignments, problems), problems);
        AxisLiterals axes = new AxisLiterals(literals.sections(), new PointsFile(source, problems), problems);
        axes.settle(literals.values());
        Settings settings = new SettingsReader(literals.values(), problems).settings();
        Sweep sweep = new SweepReader(axes.axes(), settings, problems).sweep();
        KeyChecks checks = new KeyChecks(settings, sweep, problems);
        Keys.ALL.forEach(checks::check);
        checks.checkRandom(literals.sections().containsKey(SweepSection.RANDOM));
        problems.throwIfAny();
        String name = settings.isGiven(ExperimentKeys.NAME) ? settings.get(ExperimentKeys.NAME) : nameOf(source);
        return new Experiment(source.name(), name, settings, sweep);
    }

    /** A generated source with these assignments and nothing else. */
    public static DataSpec data(String source, List<String> assignments) {
        Experiment experiment = load(new GeneratedText(source), assignments);
        try {
            return TrialConfig.of(experiment.settings()).data();
        } catch (IllegalArgumentException e) {
            throw new InvalidExperiment(experiment.source(), List.of(new Problem(null, "", e.getMessage())));
        }
    }

    /** The experiment that says what to generate. */
    private record GeneratedText(String data) implements ExperimentSource {
        @Override
        public String name() {
            return "data " + data;
        }

        @Override
        public String text() {
            return "data.source = " + data;
        }

        @Override
        public ExperimentSource sibling(String path) {
            return new LocalFile(Path.of(path));
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
