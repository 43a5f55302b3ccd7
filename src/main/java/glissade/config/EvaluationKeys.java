package glissade.config;

/** Keys of {@link EvaluationConfig}. */
final class EvaluationKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    /** On which parameters an epoch's training loss is measured. */
    enum TrainingLoss {
        BATCHES,
        FULL
    }

    /** When the test split is used. */
    enum TestTime {
        ONCE,
        EACH_EPOCH
    }

    static final Key<TrainingLoss> TRAIN = KEYS.add(
            "evaluate.train",
            OneOf.of(TrainingLoss.class),
            TrainingLoss.BATCHES,
            "batches: the mean of the losses met in training; full: all training rows once more after each epoch");
    static final Key<TestTime> TEST = KEYS.add(
            "evaluate.test",
            OneOf.of(TestTime.class),
            TestTime.ONCE,
            "once: at the epoch that stands for the trial; each-epoch: shown, and not selected on unless asked for");
    static final Key<Boolean> LAYERS =
            KEYS.add("evaluate.layers", new Flag(), false, "sizes of each layer's gradient and weights, every epoch");

    private EvaluationKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
