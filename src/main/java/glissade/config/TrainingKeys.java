package glissade.config;

import static glissade.optim.TrainingSpec.DEFAULT_BATCH_SIZE;
import static glissade.optim.TrainingSpec.DEFAULT_DIVERGENCE_FACTOR;
import static glissade.optim.TrainingSpec.DEFAULT_EPOCHS;
import static glissade.optim.TrainingSpec.DEFAULT_LEARNING_RATE;
import static glissade.optim.TrainingSpec.DEFAULT_OPTIMIZER;

import glissade.optim.BatchSize;
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
            "training.learning-rate", RealNumber.above(0), DEFAULT_LEARNING_RATE, "how far a step goes downhill");
    static final Key<String> OPTIMIZER =
            KEYS.add("training.optimizer.type", Choice.of(List.of("sgd")), DEFAULT_OPTIMIZER.type(), "the update rule");
    static final Key<Double> DIVERGENCE_FACTOR = KEYS.add(
            "training.stop.divergence.factor",
            RealNumber.above(1),
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
}
