package glissade.config;

import static glissade.data.DataSpec.DEFAULT_SCALE;
import static glissade.data.DataSpec.DEFAULT_SCALING;
import static glissade.data.DataSpec.DEFAULT_SEED;
import static glissade.data.DataSpec.DEFAULT_SPLIT;
import static glissade.data.DataSpec.DEFAULT_VALIDATION;

import glissade.data.DataSpec;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.ScalingKind;
import glissade.data.SourceKind;
import glissade.data.SplitKind;
import glissade.data.TableSpec;
import glissade.optim.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keys of {@link DataSpec}, {@link GeneratorSpec} and, by {@link TableKeys}, of {@link TableSpec}. */
final class DataKeys {
    private static final KeyGroup KEYS = new KeyGroup();
    private static final List<String> GENERATED = Arrays.stream(SourceKind.values())
            .filter(SourceKind::isGenerated)
            .map(SourceKind::text)
            .toList();
    private static final List<String> FILES = SourceKind.names().stream()
            .filter(name -> !GENERATED.contains(name))
            .toList();
    private static final List<String> NOISY = List.of("circles", "moons", "blobs", "digits", "linear", "logistic");
    private static final List<String> OF_ANY_WIDTH = List.of("blobs", "linear", "logistic", "dummy");
    private static final String LIBSVM = "libsvm";
    private static final List<String> OF_GIVEN_WIDTH = List.of("blobs", "linear", "logistic", "dummy", LIBSVM);
    private static final List<String> OF_ANY_CLASSES = List.of("blobs", "dummy");
    private static final List<String> SCORED = List.of("linear", "logistic");

    /** Rows of the source {@code noise} where they matter: an even number, so that their pushes cancel. */
    private static final long PUSHES = 1_000;

    static final Key<String> SOURCE = KEYS.required("data.source", OneOf.of(SourceKind.names()), "what to learn from");
    static final Key<String> PATH = KEYS.onlyFor(SOURCE, FILES)
            .outsideIdentity()
            .add(
                    "data.path",
                    Text.any(),
                    s -> null,
                    "mnist $GLISSADE_MNIST, else data/mnist",
                    "mnist: the folder of its four IDX files; tables: a file, a folder or a glob, .gz or not, on any"
                            + " Hadoop file system");
    private static final TableKeys TABLE = new TableKeys(KEYS, SOURCE);
    static final Key<Long> ROWS = KEYS.onlyFor(SOURCE, GENERATED)
            .add(
                    "data.rows",
                    WholeNumber.ofLong(1, GeneratorSpec.MOST_ROWS),
                    DataKeys::standardRows,
                    words(GENERATED, GeneratorSpec::rows) + ", with model.noise " + PUSHES,
                    "rows to generate for training and validation");
    static final Key<Long> TEST_ROWS = generated(
            "data.test-rows",
            GENERATED,
            WholeNumber.ofLong(0, GeneratorSpec.MOST_ROWS),
            GeneratorSpec::testRows,
            "rows to generate for the test");
    static final Key<Double> NOISE = generated(
            "data.noise",
            NOISY,
            new RealNumber(Range.NOT_NEGATIVE),
            GeneratorSpec::noise,
            "how far rows stray from their pattern: a standard deviation; logistic: 0 sure labels, 1 the logistic"
                    + " model; digits: an unsteady hand");
    static final Key<Integer> FEATURES = KEYS.onlyFor(SOURCE, OF_GIVEN_WIDTH)
            .add(
                    "data.features",
                    WholeNumber.ofInt(1, GeneratorSpec.MOST_FEATURES),
                    DataKeys::standardFeatures,
                    "as many as data.weights, else " + words(OF_ANY_WIDTH, GeneratorSpec::features)
                            + "; libsvm the largest index",
                    "numbers a row");
    static final Key<Integer> CLASSES = generated(
            "data.classes",
            OF_ANY_CLASSES,
            WholeNumber.ofInt(2, GeneratorSpec.MOST_CLASSES),
            GeneratorSpec::classes,
            "kinds of rows");
    static final Key<Sampling> SAMPLING = generated(
            "data.sampling",
            SCORED,
            OneOf.of(Sampling.class),
            GeneratorSpec::sampling,
            "how features are drawn: uniform from -1 to 1, or gaussian with variance 1");
    static final Key<List<Double>> WEIGHTS = KEYS.onlyFor(SOURCE, SCORED)
            .add(
                    "data.weights",
                    new ListOf<>(new RealNumber(Range.ALL), 0),
                    s -> standard(s).weights(),
                    "drawn from data.seed",
                    "the true weights, one for each feature");
    static final Key<Double> BIAS =
            generated("data.bias", SCORED, new RealNumber(Range.ALL), GeneratorSpec::bias, "the true bias");
    static final Key<Long> DATA_SEED =
            KEYS.add("data.seed", WholeNumber.any(), DEFAULT_SEED, "decides generated rows and which are held out");
    static final Key<Double> VALIDATION = KEYS.add(
            "data.validation",
            new RealNumber(Range.FRACTION),
            DEFAULT_VALIDATION,
            "share of the training rows to hold out");
    static final Key<SplitKind> SPLIT = KEYS.onlyIf(
                    new Condition<>(VALIDATION, share -> share > 0, "data.validation above 0"))
            .add(
                    "data.split",
                    OneOf.of(SplitKind.class),
                    DEFAULT_SPLIT,
                    "hash: each row by a hash of its place, so that appended rows move no other; stratified: the same"
                            + " share of every class, time: the last rows; in both, appended rows may move others");
    static final Key<ScalingKind> SCALING = KEYS.add(
            "data.scaling",
            OneOf.of(ScalingKind.class),
            DEFAULT_SCALING,
            "of features, by the training rows: standardize (x - mean) / sd, min-max to [0, 1], max-abs x / max |x|"
                    + " (zeros stay zeros); constant: by data.scale");
    static final Key<Double> SCALE = KEYS.onlyFor(SCALING, List.of(ScalingKind.CONSTANT))
            .add(
                    "data.scale",
                    new RealNumber(Range.POSITIVE),
                    s -> s.get(SOURCE).equals("mnist") ? 255 : DEFAULT_SCALE,
                    "mnist 255, others 1",
                    "every feature is divided by this");

    private DataKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    /** What a generated source is asked for; null for one of files. */
    static GeneratorSpec generator(Settings s) {
        if (!SourceKind.of(s.get(SOURCE)).isGenerated()) {
            return null;
        }
        return new GeneratorSpec(
                s.get(ROWS),
                s.get(TEST_ROWS),
                s.get(NOISE),
                s.get(FEATURES),
                s.get(CLASSES),
                s.get(SAMPLING),
                s.get(WEIGHTS),
                s.get(BIAS));
    }

    /** How a table is read; null for another source. */
    static TableSpec table(Settings s) {
        return TABLE.read(s, s.get(SOURCE), s.get(FEATURES, null));
    }

    /** Whether there are rows to test on, as far as can be known without reading files. */
    static boolean hasTestRows(Settings s) {
        boolean table = SourceKind.of(s.get(SOURCE)).isTable();
        return table ? TABLE.haveTestRows(s) : s.get(TEST_ROWS, 1L) > 0;
    }

    /** A key whose default is that of the source. */
    private static <T> Key<T> generated(
            String path, List<String> sources, ValueType<T> type, Function<GeneratorSpec, T> part, String meaning) {
        return KEYS.onlyFor(SOURCE, sources)
                .add(path, type, s -> part.apply(standard(s)), words(sources, part.andThen(type::show)), meaning);
    }

    private static GeneratorSpec standard(Settings s) {
        return SourceKind.of(s.get(SOURCE)).standard();
    }

    private static long standardRows(Settings s) {
        boolean pushes = s.get(SOURCE).equals("noise") && s.get(ModelKeys.NOISE, 0.0) > 0;
        return pushes ? PUSHES : standard(s).rows();
    }

    private static Integer standardFeatures(Settings s) {
        if (s.get(SOURCE).equals(LIBSVM)) {
            return null; // as many as are found
        }
        List<Double> weights = s.get(WEIGHTS);
        return weights.isEmpty() ? standard(s).features() : weights.size();
    }

    /** The defaults of some sources, each value once. */
    private static String words(List<String> sources, Function<GeneratorSpec, ?> part) {
        Map<String, List<String>> byValue = new LinkedHashMap<>();
        for (String source : sources) {
            String value = String.valueOf(part.apply(SourceKind.of(source).standard()));
            byValue.computeIfAbsent(value, each -> new ArrayList<>()).add(source);
        }
        if (byValue.size() == 1) {
            return byValue.keySet().iterator().next();
        }
        return byValue.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
