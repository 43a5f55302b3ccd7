package glissade.config;

import static glissade.optim.TrainingSpec.DEFAULT_BATCH_SIZE;
import static glissade.optim.TrainingSpec.DEFAULT_DIVERGENCE_FACTOR;
import static glissade.optim.TrainingSpec.DEFAULT_EPOCHS;
import static glissade.optim.TrainingSpec.DEFAULT_LEARNING_RATE;
import static glissade.optim.TrainingSpec.DEFAULT_OPTIMIZER;

import glissade.optim.BatchSize;
import glissade.optim.Optimizer;
import glissade.optim.Sgd;
import glissade.optim.TrainingSpec;
import java.util.List;
import java.util.OptionalInt;

/** Keys of {@link TrainingSpec}, and of how the work is done. */
final class TrainingKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<Integer> EPOCHS = KEYS.add(Key.of("training.epochs", WholeNumber.ofInt(1), DEFAULT_EPOCHS, "passes over the training rows"));
    static final Key<BatchSize> BATCH_SIZE = KEYS.add(Key.of("training.batch-size", new BatchSizeType(), DEFAULT_BATCH_SIZE, "rows a step; auto: all up to " + BatchSize.AUTO_WHOLE + ", else " + BatchSize.AUTO_COUNT));
    static final Key<Double> LEARNING_RATE = KEYS.add(Key.of("training.learning-rate", RealNumber.above(0), DEFAULT_LEARNING_RATE, "length of a step against the gradient"));
    static final Key<String> OPTIMIZER = KEYS.add(Key.of("training.optimizer.type", Choice.of("sgd"), DEFAULT_OPTIMIZER.type(), "the update rule"));
    static final Key<Double> DIVERGENCE_FACTOR = KEYS.add(Key.of("training.stop.divergence.factor", RealNumber.above(1), DEFAULT_DIVERGENCE_FACTOR, "a trial has diverged at this many times the trivial loss"));
    static final Key<EngineChoice> ENGINE = KEYS.add(Key.of("training.engine", Choice.of(EngineChoice.class), EngineChoice.AUTO, "where to train; auto goes by memory").outsideIdentity());
    static final Key<OptionalInt> SHARDS = KEYS.add(Key.of("training.shards", new ShardsType(), OptionalInt.empty(), "parts of the training rows; auto goes by their size").outsideIdentity());

    private TrainingKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
