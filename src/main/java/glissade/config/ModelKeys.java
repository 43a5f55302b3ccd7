package glissade.config;

import static glissade.model.ModelSpec.DEFAULT_ACTIVATION;
import static glissade.model.ModelSpec.DEFAULT_BIAS;
import static glissade.model.ModelSpec.DEFAULT_HIDDEN;
import static glissade.model.ModelSpec.DEFAULT_NOISE;
import static glissade.model.ModelSpec.DEFAULT_TYPE;

import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.Range;
import java.util.List;

/** Keys of {@link ModelSpec}, of starting values and of the penalty on weights. */
final class ModelKeys {
    static final Initialiser NO_INITIALISER = Initialiser.ZEROS;

    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<ModelSpec.Type> TYPE = KEYS.add("model.type", Choice.of(ModelSpec.Type.class), DEFAULT_TYPE, "the family of models");

    private static final KeyGroup MLP = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.MLP));
    private static final KeyGroup SURFACES = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.SURFACE));
    private static final KeyGroup LEARNERS =
            KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.SOFTMAX, ModelSpec.Type.LINEAR, ModelSpec.Type.LOGISTIC, ModelSpec.Type.MLP));

    static final Key<List<Integer>> HIDDEN =
            MLP.add("model.hidden", new ListOf<>(WholeNumber.ofInt(1)), DEFAULT_HIDDEN, "units of each hidden layer");
    static final Key<Activation> ACTIVATION =
            MLP.add("model.activation", Choice.of(Activation.class), DEFAULT_ACTIVATION, "of the hidden layers");
    static final Key<Head> HEAD = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.MLP, ModelSpec.Type.LINEAR))
            .add(
                    "model.head",
                    Choice.of(Head.class),
                    s -> s.get(TYPE).defaultHead(),
                    "mlp softmax, linear mse",
                    "what is done with the outputs, and the loss");
    static final Key<Boolean> BIAS = LEARNERS.add("model.bias", new Flag(), DEFAULT_BIAS, "whether units have biases");
    static final Key<Initialiser> INIT = LEARNERS.add(
            "model.init",
            new InitialiserType(),
            ModelKeys::startingWeights,
            "zeros, mlp xavier, relu he",
            "starting weights: zeros, xavier, he, lecun, \"uniform(a, b)\", \"normal(sd)\"");
    static final Key<Initialiser> BIAS_INIT = LEARNERS.add(
            "model.bias-init", new InitialiserType(), Initialiser.ZEROS, "starting biases, as for model.init");
    static final Key<Double> L2 = LEARNERS.add(
            "model.l2",
            new RangedNumber(Range.NOT_NEGATIVE),
            Penalty.NONE.lambda(),
            "lambda of the penalty on squared weights");
    static final Key<Penalty.Form> L2_FORM = LEARNERS.add(
            "model.l2-form",
            Choice.of(Penalty.Form.class),
            Penalty.NONE.form(),
            "per-batch: lambda / (2 batch rows); plain: lambda / 2");
    static final Key<Surface> SURFACE =
            SURFACES.add("model.surface", Choice.of(Surface.class), Surface.BOWL, "the landscape to descend");
    static final Key<List<Double>> START = SURFACES.add(
            "model.start",
            new ListOf<>(new RangedNumber(Range.ALL)),
            List.of(-1.5, 1.0),
            "where the descent starts: [x, y]");
    static final Key<Double> NOISE = SURFACES.add(
            "model.noise",
            new RangedNumber(Range.NOT_NEGATIVE),
            DEFAULT_NOISE,
            "how strongly rows push the slope about");

    private ModelKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    /** What learns. */
    static ModelSpec read(Settings s) {
        ModelSpec.Type type = s.get(TYPE);
        return new ModelSpec(
                type,
                s.get(HIDDEN, List.of()),
                s.get(ACTIVATION, DEFAULT_ACTIVATION),
                s.get(HEAD, type.defaultHead()),
                s.get(BIAS, false),
                s.get(SURFACE, null),
                s.get(NOISE, DEFAULT_NOISE));
    }

    /** Whether predictions are right or wrong, rather than near or far. */
    static boolean classifies(Settings s) {
        Head head = s.get(HEAD, s.get(TYPE).defaultHead());
        return head == Head.SOFTMAX || head == Head.BINARY;
    }

    static Penalty penalty(Settings s) {
        return new Penalty(s.get(L2, 0.0), s.get(L2_FORM, Penalty.NONE.form()));
    }

    static Initialiser weights(Settings s) {
        if (s.get(TYPE) != ModelSpec.Type.SURFACE) {
            return s.get(INIT);
        }
        List<Double> start = s.get(START);
        if (start.size() != 2) {
            throw new IllegalArgumentException("model.start must be [x, y], got " + start);
        }
        return new Initialiser(Initialiser.Kind.POINT, start.get(0), start.get(1));
    }

    /** Glorot and Bengio (2010) for units that are linear about 0; He et al. (2015) for rectifiers. */
    private static Initialiser startingWeights(Settings settings) {
        if (settings.get(TYPE) != ModelSpec.Type.MLP) {
            return Initialiser.ZEROS;
        }
        boolean rectified = settings.get(ACTIVATION) == Activation.RELU;
        return new Initialiser(rectified ? Initialiser.Kind.HE : Initialiser.Kind.XAVIER, 0, 0);
    }
}
