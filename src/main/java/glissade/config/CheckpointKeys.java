package glissade.config;

import glissade.optim.Range;

/** Keys of {@link Checkpoints}. */
final class CheckpointKeys {
    private static final KeyGroup KEYS = new KeyGroup().outsideIdentity();

    static final Key<Double> EVERY_MINUTES = KEYS.add(
            "checkpoint.every-minutes",
            new RealNumber(Range.NOT_NEGATIVE),
            Checkpoints.DEFAULT_EVERY_MINUTES,
            "minutes of training that a killed run may lose; more where that would slow it down by 2 %");
    static final Key<Long> EVERY_STEPS = KEYS.add(
            "checkpoint.every-steps",
            WholeNumber.ofLong(0),
            Checkpoints.DEFAULT_EVERY_STEPS,
            "and steps that trials may lose, however long these take; 0: no matter how many");

    private CheckpointKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
