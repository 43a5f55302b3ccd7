package glissade.config;

import glissade.data.DataSpec;
import glissade.model.ModelSpec;
import glissade.optim.Optimizer;
import glissade.optim.Sgd;
import glissade.optim.TrainingSpec;
import java.util.List;

/**
 * Everything that decides the result of one trial.
 *
 * @param data what to learn from
 * @param model what learns
 * @param training how it learns
 * @param seed of starting values and batch order
 */
public record TrialConfig(DataSpec data, ModelSpec model, TrainingSpec training, long seed) {
    public static final long DEFAULT_SEED = 42;

    /** The one place where trial keys are read. */
    public static TrialConfig of(Settings s) {
        return new TrialConfig(data(s), model(s), training(s), s.get(ExperimentKeys.SEED));
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

    private static ModelSpec model(Settings s) {
        return new ModelSpec(
                s.get(ModelKeys.TYPE),
                s.get(ModelKeys.HIDDEN, List.of()),
                s.get(ModelKeys.ACTIVATION, ModelSpec.DEFAULT_ACTIVATION));
    }

    private static TrainingSpec training(Settings s) {
        return new TrainingSpec(
                s.get(TrainingKeys.EPOCHS),
                s.get(TrainingKeys.BATCH_SIZE),
                s.get(TrainingKeys.LEARNING_RATE),
                optimizer(s),
                s.get(ModelKeys.INIT),
                s.get(ModelKeys.BIAS_INIT),
                s.get(TrainingKeys.DIVERGENCE_FACTOR));
    }

    private static Optimizer optimizer(Settings s) {
        return switch (s.get(TrainingKeys.OPTIMIZER)) {
            case "sgd" -> new Sgd();
            default -> throw new IllegalStateException("no optimizer is called " + s.get(TrainingKeys.OPTIMIZER));
        };
    }

    /** Whether there are rows to test on, as far as can be known without reading files. */
    public static boolean hasTestRows(Settings s) {
        return s.get(DataKeys.TEST_ROWS, 1L) > 0;
    }
}
