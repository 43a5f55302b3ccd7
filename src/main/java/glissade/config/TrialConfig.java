package glissade.config;

import glissade.data.DataSpec;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;

/**
 * Everything that decides the result of one trial.
 *
 * @param data what to learn from
 * @param model what learns
 * @param training how it learns
 * @param evaluation what is measured on the way
 * @param seed of starting values and batch order
 */
public record TrialConfig(
        DataSpec data, ModelSpec model, TrainingSpec training, EvaluationConfig evaluation, long seed) {
    public static final long DEFAULT_SEED = 42;

    public TrialConfig {
        boolean place = training.weights().kind() == Initialiser.Kind.POINT;
        boolean surface = model.type() == ModelSpec.Type.SURFACE;
        if ((place && !surface) || training.biases().kind() == Initialiser.Kind.POINT) {
            throw new IllegalArgumentException("model.init: point(x, y) is only for the place on a surface");
        }
    }

    /** The one place where trial keys are read. Impossible combinations are illegal arguments. */
    public static TrialConfig of(Settings s) {
        return new TrialConfig(data(s), model(s), training(s), EvaluationConfig.of(s), s.get(ExperimentKeys.SEED));
    }

    private static DataSpec data(Settings s) {
        return new DataSpec(
                s.get(DataKeys.SOURCE),
                s.get(DataKeys.PATH, null),
                DataKeys.generator(s),
                s.get(DataKeys.DATA_SEED),
                s.get(DataKeys.VALIDATION),
                s.get(DataKeys.SCALE, DataSpec.DEFAULT_SCALE),
                s.get(DataKeys.SCALING),
                s.get(DataKeys.SPLIT, DataSpec.DEFAULT_SPLIT),
                DataKeys.table(s));
    }

    private static ModelSpec model(Settings s) {
        return new ModelSpec(
                s.get(ModelKeys.TYPE),
                s.get(ModelKeys.HIDDEN, List.of()),
                s.get(ModelKeys.ACTIVATION, ModelSpec.DEFAULT_ACTIVATION),
                s.get(ModelKeys.HEAD, s.get(ModelKeys.TYPE).defaultHead()),
                s.get(ModelKeys.BIAS, false),
                s.get(ModelKeys.SURFACE, null),
                s.get(ModelKeys.NOISE, ModelSpec.DEFAULT_NOISE),
                s.get(ModelKeys.CLASS_WEIGHT, ModelSpec.DEFAULT_CLASS_WEIGHT));
    }

    private static TrainingSpec training(Settings s) {
        return new TrainingSpec(
                s.get(TrainingKeys.EPOCHS),
                s.get(TrainingKeys.BATCH_SIZE),
                s.get(TrainingKeys.LEARNING_RATE),
                TrainingKeys.SCHEDULE.read(s),
                TrainingKeys.OPTIMIZER.read(s),
                new Penalty(s.get(ModelKeys.L2), s.get(ModelKeys.L2_FORM, Penalty.NONE.form())),
                new Clipping(s.get(TrainingKeys.CLIP), s.get(TrainingKeys.CLIP_BOUND, Clipping.NONE.bound())),
                s.get(ModelKeys.INIT),
                s.get(ModelKeys.BIAS_INIT, Initialiser.ZEROS),
                new StopRules(
                        s.get(TrainingKeys.TOLERANCE),
                        s.get(TrainingKeys.PATIENCE),
                        s.get(TrainingKeys.STEPS),
                        s.get(TrainingKeys.DIVERGENCE_FACTOR)));
    }

    /** Whether there are rows to test on, as far as can be known without reading files. */
    public static boolean hasTestRows(Settings s) {
        return DataKeys.hasTestRows(s);
    }

    /** Whether predictions are right or wrong whatever the data, rather than near or far. */
    public static boolean classifies(Settings s) {
        Head head = s.get(ModelKeys.HEAD, s.get(ModelKeys.TYPE).defaultHead());
        return head == Head.SOFTMAX || head == Head.BINARY;
    }
}
