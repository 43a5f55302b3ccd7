package glissade.config;

/** Keys of {@link Sweep}; how a trial came about is no part of what it is. The axes are {@link SweepSection}. */
final class SweepKeys {
    static final int MOST_TRIALS = 1_000_000;
    private static final int DEFAULT_TRIALS = 20;
    private static final int DEFAULT_REPLICATES = 1;
    private static final int MOST_REPLICATES = 1_000;

    private static final KeyGroup KEYS = new KeyGroup().outsideIdentity();

    static final Key<Integer> TRIALS = KEYS.add(
            "sweep.random.trials",
            WholeNumber.ofInt(1, MOST_TRIALS),
            DEFAULT_TRIALS,
            "points to draw; more of them leave the first as they were");
    static final Key<Long> DRAW_SEED = KEYS.add(
            "sweep.random.seed",
            WholeNumber.any(),
            settings -> settings.get(ExperimentKeys.SEED),
            "seed",
            "decides what is drawn");
    static final Key<Integer> REPLICATES = KEYS.add(
            "sweep.replicates",
            WholeNumber.ofInt(1, MOST_REPLICATES),
            DEFAULT_REPLICATES,
            "trials of each configuration, which differ in starting values; configurations are ranked by their mean");
    static final Key<ReplicateOrder> REPLICATE_ORDER = KEYS.add(
            "sweep.replicate-order",
            OneOf.of(ReplicateOrder.class),
            ReplicateOrder.SHARED,
            "batch order of replicates; shared: the same, so that they train together; own: each another");

    private SweepKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
