package glissade.plan;

import glissade.config.Experiments;
import glissade.config.InvalidExperiment;
import glissade.config.Problem;
import glissade.config.TextSource;
import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.GeneratorSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Experiments, and summaries of data that nobody reads. */
final class Samples {
    static final long GIGABYTE = 1L << 30;
    static final Resources TWO_CORES = new Resources(2, 8 * GIGABYTE);

    private Samples() {}

    static Trials trials(String text, String... assignments) {
        return Trials.of(TextSource.load(text, assignments));
    }

    static Plan plan(String text, String... assignments) {
        return Planner.plan(trials(text, assignments), Samples::summary, TWO_CORES);
    }

    static Plan plan(Path file, String... assignments) {
        return Planner.plan(Trials.of(Experiments.load(file, Arrays.asList(assignments))), Samples::summary, TWO_CORES);
    }

    /** What the sources give, but for content. */
    static DataSummary summary(DataSpec spec) {
        return summary(spec, List.of());
    }

    static DataSummary summary(DataSpec spec, List<String> notes) {
        if (spec.table() != null) {
            List<String> names = List.of("a", "b", "c");
            List<Long> each = Collections.nCopies(3, 60L);
            return new DataSummary(180, 50, 70, 9, 3, names, each, Double.NaN, false, 1_620, "00", List.of(), notes);
        }
        boolean mnist = spec.source().equals("mnist");
        GeneratorSpec generator = spec.generator();
        long rows = mnist ? 60_000 : generator.rows();
        long held = (long) (rows * spec.validation());
        long training = rows - held;
        int width = mnist ? 784 : generator.features();
        int classes = mnist ? 10 : generator.classes();
        boolean sparse = width == 784;
        return new DataSummary(
                training,
                held,
                mnist ? 10_000 : generator.testRows(),
                width,
                classes,
                IntStream.range(0, classes).mapToObj(String::valueOf).toList(),
                Collections.nCopies(classes, training / Math.max(1, classes)),
                classes == 0 ? 1 : Double.NaN,
                sparse,
                training * (sparse ? 150 : width),
                "00",
                List.of(),
                notes);
    }

    static List<String> problems(Runnable planning) {
        try {
            planning.run();
            return List.of();
        } catch (InvalidExperiment e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }
}
