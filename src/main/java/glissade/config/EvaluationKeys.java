package glissade.config;

/** Keys of {@link EvaluationConfig}, and of what is recorded besides. */
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

    static final Key<Integer> EVERY = KEYS.add(
            "evaluate.every",
            WholeNumber.ofInt(1),
            EvaluationConfig.EVERY_EPOCH,
            "epochs between evaluations; only at one is an epoch best, and do stop rules and plateau look");
    static final Key<Integer> EVERY_STEPS = KEYS.outsideIdentity()
            .add(
                    "curves.every-steps",
                    WholeNumber.ofInt(0),
                    0,
                    "every so many steps a row of the table steps: loss and learning rate; 0: none");

    private EvaluationKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
