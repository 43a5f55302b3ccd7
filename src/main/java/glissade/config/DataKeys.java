package glissade.config;

import glissade.data.DataSpec;

/** Keys of {@link DataSpec}. */
final class DataKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    private static final String DIGITS = "digits";
    private static final String CIRCLES = "circles";
    private static final String MNIST = "mnist";

    static final Key<String> SOURCE = KEYS.add(Key.required("data.source", Choice.of(DIGITS, CIRCLES, MNIST), "digits and circles are generated, mnist is read from files"));
    static final Key<String> PATH = KEYS.add(Key.of("data.path", Text.any(), s -> null, "$GLISSADE_MNIST", "folder of the four IDX files").onlyFor(SOURCE, MNIST).outsideIdentity());
    static final Key<Long> ROWS = KEYS.add(Key.of("data.rows", WholeNumber.ofLong(1), s -> of(s, 10_000L, 200L), "digits 10000, circles 200", "rows to generate for training and validation").onlyFor(SOURCE, DIGITS, CIRCLES));
    static final Key<Long> TEST_ROWS = KEYS.add(Key.of("data.test-rows", WholeNumber.ofLong(0), s -> of(s, 2_000L, 200L), "digits 2000, circles 200", "rows to generate for the test").onlyFor(SOURCE, DIGITS, CIRCLES));
    static final Key<Double> NOISE = KEYS.add(Key.of("data.noise", RealNumber.atLeast(0), 0.1, "standard deviation of the noise on generated features").onlyFor(SOURCE, DIGITS, CIRCLES));
    static final Key<Long> DATA_SEED = KEYS.add(Key.of("data.seed", WholeNumber.ofLong(Long.MIN_VALUE), DataSpec.DEFAULT_SEED, "of generated rows and of the validation split"));
    static final Key<Double> VALIDATION = KEYS.add(Key.of("data.validation", RealNumber.within(0, 1), DataSpec.DEFAULT_VALIDATION, "share of the training rows to hold out"));
    static final Key<Double> SCALE = KEYS.add(Key.of("data.scale", RealNumber.above(0), s -> s.get(SOURCE).equals(MNIST) ? 255.0 : DataSpec.DEFAULT_SCALE, "mnist 255, others 1", "every feature is divided by this"));

    private DataKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    private static <T> T of(Settings settings, T digits, T circles) {
        return settings.get(SOURCE).equals(DIGITS) ? digits : circles;
    }
}
