package glissade.plan;

import glissade.config.Experiments;
import glissade.config.InvalidExperiment;
import glissade.config.Problem;
import glissade.config.TextSource;
import glissade.data.DataSpec;
import glissade.data.DataSummary;
import java.nio.file.Path;
import java.util.Arrays;
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
        boolean circles = spec.source().equals("circles");
        boolean mnist = spec.source().equals("mnist");
        long rows = mnist ? 60_000 : spec.generator().rows();
        long held = (long) (rows * spec.validation());
        long training = rows - held;
        List<String> classes =
                IntStream.range(0, circles ? 2 : 10).mapToObj(String::valueOf).toList();
        return new DataSummary(
                training,
                held,
                mnist ? 10_000 : spec.generator().testRows(),
                circles ? 2 : 784,
                classes.size(),
                classes,
                Double.NaN,
                !circles,
                training * (circles ? 2 : 150),
                "00");
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
