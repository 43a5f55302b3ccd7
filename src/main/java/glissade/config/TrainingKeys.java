package glissade.config;

import static glissade.optim.StopRules.DEFAULT_DIVERGENCE_FACTOR;
import static glissade.optim.TrainingSpec.DEFAULT_BATCH_SIZE;
import static glissade.optim.TrainingSpec.DEFAULT_EPOCHS;
import static glissade.optim.TrainingSpec.DEFAULT_LEARNING_RATE;

import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Optimizers;
import glissade.optim.Range;
import glissade.optim.Schedules;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.OptionalInt;

/** Keys of {@link TrainingSpec}, and of how the work is done. */
final class TrainingKeys {
    private static final KeyGroup KEYS = new KeyGroup();
    private static final KeyGroup EXECUTION = KEYS.outsideIdentity();

    static final Key<Integer> EPOCHS =
            KEYS.add("training.epochs", WholeNumber.ofInt(1), DEFAULT_EPOCHS, "passes over the training rows");
    static final Key<BatchSize> BATCH_SIZE = KEYS.add(
            "training.batch-size",
            new BatchSizeType(),
            DEFAULT_BATCH_SIZE,
            "rows a step; auto: all up to " + BatchSize.AUTO_WHOLE + ", else " + BatchSize.AUTO_COUNT);
    static final Key<Double> LEARNING_RATE = KEYS.add(
            "training.learning-rate",
            new RangedNumber(Range.POSITIVE),
            DEFAULT_LEARNING_RATE,
            "how far a step goes downhill");
    static final RecipeKeys OPTIMIZER =
            new RecipeKeys(KEYS, "training.optimizer", Optimizers.ALL, "how a gradient becomes a step");
    static final RecipeKeys SCHEDULE =
            new RecipeKeys(KEYS, "training.schedule", Schedules.ALL, "how the learning rate changes");
    static final Key<Clipping.Kind> CLIP_BY = KEYS.add(
            "training.clip.by",
            Choice.of(Clipping.Kind.class),
            Clipping.NONE.kind(),
            "bounds each value of a gradient, or its norm");
    static final Key<Double> CLIP_BOUND = KEYS.onlyFor(CLIP_BY, List.of(Clipping.Kind.VALUE, Clipping.Kind.NORM))
            .add(
                    "training.clip.bound",
                    new RangedNumber(Range.POSITIVE),
                    Clipping.DEFAULT_BOUND,
                    "the largest value or norm");
    static final Key<Double> TOLERANCE = KEYS.add(
            "training.stop.tolerance",
            new RangedNumber(Range.NOT_NEGATIVE),
            StopRules.NONE.tolerance(),
            "stops when the training loss of two epochs differs by less; 0: never");
    static final Key<Integer> PATIENCE = KEYS.add(
            "training.stop.patience",
            WholeNumber.ofInt(0),
            StopRules.NONE.patience(),
            "stops after so many epochs without a better result; 0: never");
    static final Key<Long> STEPS = KEYS.add(
            "training.stop.steps",
            WholeNumber.ofLong(0),
            StopRules.NONE.steps(),
            "ends after so many updates; 0: no limit");
    static final Key<Double> DIVERGENCE_FACTOR = KEYS.add(
            "training.stop.divergence.factor",
            new RangedNumber(new Range(1, false, Double.POSITIVE_INFINITY, false)),
            DEFAULT_DIVERGENCE_FACTOR,
            "times the trivial prediction's loss at which a trial has diverged");

    static final Key<EngineChoice> ENGINE = EXECUTION.add(
            "training.engine", Choice.of(EngineChoice.class), EngineChoice.AUTO, "where to train; auto goes by memory");
    static final Key<OptionalInt> SHARDS = EXECUTION.add(
            "training.shards",
            new ShardsType(),
            OptionalInt.empty(),
            "parts of the training rows; auto goes by their size");

    private TrainingKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    /** How a trial descends. */
    static TrainingSpec read(Settings s) {
        Clipping.Kind clipBy = s.get(CLIP_BY);
        return new TrainingSpec(
                s.get(EPOCHS),
                s.get(BATCH_SIZE),
                s.get(LEARNING_RATE),
                SCHEDULE.read(s),
                OPTIMIZER.read(s),
                ModelKeys.penalty(s),
                clipBy == Clipping.Kind.NONE ? Clipping.NONE : new Clipping(clipBy, s.get(CLIP_BOUND)),
                ModelKeys.weights(s),
                s.get(ModelKeys.BIAS_INIT, ModelKeys.NO_INITIALISER),
                new StopRules(s.get(TOLERANCE), s.get(PATIENCE), s.get(STEPS), s.get(DIVERGENCE_FACTOR)));
    }
}
