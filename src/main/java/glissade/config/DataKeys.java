package glissade.config;

import static glissade.data.DataSpec.DEFAULT_SCALE;
import static glissade.data.DataSpec.DEFAULT_SEED;
import static glissade.data.DataSpec.DEFAULT_VALIDATION;

import glissade.data.DataSpec;
import glissade.data.SourceKind;
import glissade.optim.Range;
import java.util.List;

/** Keys of {@link DataSpec}. */
final class DataKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<String> SOURCE = KEYS.required("data.source", OneOf.of(SourceKind.names()), "what to learn from");

    private static final KeyGroup MNIST = KEYS.onlyFor(SOURCE, List.of("mnist"));
    private static final KeyGroup GENERATED = KEYS.onlyFor(SOURCE, List.of("digits", "circles"));

    static final Key<String> PATH = MNIST.outsideIdentity()
            .add("data.path", Text.any(), s -> null, "$GLISSADE_MNIST", "the folder of its four IDX files");
    static final Key<Long> ROWS = GENERATED.add(
            "data.rows",
            WholeNumber.ofLong(1),
            s -> s.get(SOURCE).equals("circles") ? 200L : 10_000L,
            "digits 10000, circles 200",
            "rows to generate for training and validation");
    static final Key<Long> TEST_ROWS = GENERATED.add(
            "data.test-rows",
            WholeNumber.ofLong(0),
            s -> s.get(SOURCE).equals("circles") ? 200L : 2_000L,
            "digits 2000, circles 200",
            "rows to generate for the test");
    static final Key<Double> NOISE = GENERATED.add(
            "data.noise",
            new RealNumber(Range.NOT_NEGATIVE),
            s -> s.get(SOURCE).equals("circles") ? 0.1 : 0.0,
            "digits 0, circles 0.1",
            "how far rows stray from their pattern");
    static final Key<Long> DATA_SEED =
            KEYS.add("data.seed", WholeNumber.any(), DEFAULT_SEED, "decides generated rows and which are held out");
    static final Key<Double> VALIDATION = KEYS.add(
            "data.validation",
            new RealNumber(Range.FRACTION),
            DEFAULT_VALIDATION,
            "share of the training rows to hold out");
    static final Key<Double> SCALE = KEYS.add(
            "data.scale",
            new RealNumber(Range.POSITIVE),
            s -> s.get(SOURCE).equals("mnist") ? 255 : DEFAULT_SCALE,
            "mnist 255, others 1",
            "every feature is divided by this");

    private DataKeys() {}

    static KeyGroup group() {
        return KEYS;
    }
}
