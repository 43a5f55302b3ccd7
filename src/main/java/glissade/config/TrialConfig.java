package glissade.config;

import glissade.data.DataSpec;
import glissade.data.Split;
import glissade.model.ModelSpec;
import glissade.optim.Plateau;
import glissade.optim.Schedule;
import glissade.optim.Schedules;
import glissade.optim.TrainingSpec;
import java.util.Locale;

/**
 * Everything that decides the result of one trial.
 *
 * @param data what to learn from
 * @param model what learns
 * @param training how it learns
 * @param evaluate what is measured on the way
 * @param seed of starting values and batch order
 */
public record TrialConfig(
        DataSpec data, ModelSpec model, TrainingSpec training, EvaluateConfig evaluate, long seed) {
    public static final long DEFAULT_SEED = 42;

    /** The one place where trial keys are read. */
    public static TrialConfig of(Settings s) {
        return new TrialConfig(
                data(s), ModelKeys.read(s), TrainingKeys.read(s), EvaluateKeys.read(s), s.get(ExperimentKeys.SEED));
    }

    private static DataSpec data(Settings s) {
        return new DataSpec(
                s.get(DataKeys.SOURCE),
                s.get(DataKeys.PATH, null),
                s.get(DataKeys.ROWS, 0L),
                s.get(DataKeys.TEST_ROWS, 0L),
                s.get(DataKeys.NOISE, 0.0),
                s.get(DataKeys.DATA_SEED),
                s.get(DataKeys.VALIDATION),
                s.get(DataKeys.SCALE));
    }

    /** Whether its schedule watches a metric on a split. */
    public boolean watches(Split split) {
        Schedule schedule = Schedules.named(training.schedule().name());
        return schedule.watches()
                && training.schedule().text(Plateau.METRIC).startsWith(split.name().toLowerCase(Locale.ROOT));
    }

    /** Whether predictions are right or wrong, rather than near or far. */
    public static boolean classifies(Settings s) {
        return ModelKeys.classifies(s);
    }

    /** Whether there are rows to test on, as far as can be known without reading files. */
    public static boolean hasTestRows(Settings s) {
        return s.get(DataKeys.TEST_ROWS, 1L) > 0;
    }
}
