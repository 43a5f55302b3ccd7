package glissade.config;

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
            new RealNumber(Range.POSITIVE),
            DEFAULT_LEARNING_RATE,
            "how far a step goes downhill");

    static final KindKeys OPTIMIZER = new KindKeys(KEYS, "training.optimizer", Optimizers.ALL, "the update rule");
    static final KindKeys SCHEDULE =
            new KindKeys(KEYS, "training.schedule", Schedules.ALL, "how the learning rate changes");

    static final Key<Clipping.Kind> CLIP = KEYS.add(
            "training.clip.type", OneOf.of(Clipping.Kind.class), Clipping.NONE.kind(), "what of a gradient is bounded");
    static final Key<Double> CLIP_BOUND = KEYS.onlyFor(CLIP, List.of(Clipping.Kind.VALUE, Clipping.Kind.NORM))
            .add(
                    "training.clip.bound",
                    new RealNumber(Range.POSITIVE),
                    Clipping.DEFAULT_BOUND,
                    "the largest value, or norm of a trial's whole gradient");

    static final Key<Double> TOLERANCE = KEYS.add(
            "training.stop.tolerance",
            new RealNumber(Range.NOT_NEGATIVE),
            StopRules.NONE.tolerance(),
            "stop when the training losses of two epochs in a row differ by less");
    static final Key<Integer> PATIENCE = KEYS.add(
            "training.stop.patience",
            WholeNumber.ofInt(0),
            StopRules.NONE.patience(),
            "stop when output.best-by is no better for so many epochs; 0: never");
    static final Key<Long> STEPS = KEYS.add(
            "training.stop.steps",
            WholeNumber.ofLong(0),
            StopRules.NONE.steps(),
            "stop after so many updates; 0: never");
    static final Key<Double> DIVERGENCE_FACTOR = KEYS.add(
            "training.stop.divergence.factor",
            new RealNumber(new Range(1, false, Double.POSITIVE_INFINITY, false)),
            StopRules.NONE.divergenceFactor(),
            "times the trivial prediction's loss at which a trial has diverged");

    static final Key<EngineChoice> ENGINE = EXECUTION.add(
            "training.engine", OneOf.of(EngineChoice.class), EngineChoice.AUTO, "where to train; auto goes by memory");
    /** A pinned number decides in which order gradients are summed; {@code auto} follows from the data. */
    static final Key<OptionalInt> SHARDS = KEYS.common()
            .add(
                    "training.shards",
                    new ShardsType(),
                    OptionalInt.empty(),
                    "parts of the training rows; auto goes by their size");

    private TrainingKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
