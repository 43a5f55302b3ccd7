package glissade.config;

import static glissade.model.ModelSpec.DEFAULT_ACTIVATION;
import static glissade.model.ModelSpec.DEFAULT_BIAS;
import static glissade.model.ModelSpec.DEFAULT_CLASS_WEIGHT;
import static glissade.model.ModelSpec.DEFAULT_HIDDEN;
import static glissade.model.ModelSpec.DEFAULT_NOISE;
import static glissade.model.ModelSpec.DEFAULT_TYPE;

import glissade.model.Activation;
import glissade.model.ClassWeight;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.optim.Range;
import java.util.List;

/** Keys of {@link ModelSpec}, of starting values and of the penalty. */
final class ModelKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<ModelSpec.Type> TYPE =
            KEYS.add("model.type", OneOf.of(ModelSpec.Type.class), DEFAULT_TYPE, "the family of models");

    private static final KeyGroup MLP = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.MLP));
    private static final KeyGroup MANY_HEADED = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.LINEAR, ModelSpec.Type.MLP));
    private static final KeyGroup LAYERED = KEYS.onlyFor(
            TYPE, List.of(ModelSpec.Type.LINEAR, ModelSpec.Type.LOGISTIC, ModelSpec.Type.SOFTMAX, ModelSpec.Type.MLP));
    private static final KeyGroup SURFACES = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.SURFACE));

    static final Key<List<Integer>> HIDDEN =
            MLP.add("model.hidden", new ListOf<>(WholeNumber.ofInt(1)), DEFAULT_HIDDEN, "units of each hidden layer");
    static final Key<Activation> ACTIVATION =
            MLP.add("model.activation", OneOf.of(Activation.class), DEFAULT_ACTIVATION, "of the hidden layers");
    static final Key<Head> HEAD = MANY_HEADED.add(
            "model.head",
            OneOf.of(Head.class),
            s -> s.get(TYPE).defaultHead(),
            "mlp softmax, linear mse",
            "what is done with the outputs, and the loss");
    static final Key<Boolean> BIAS = LAYERED.add("model.bias", new Flag(), DEFAULT_BIAS, "whether units have biases");
    static final Key<ClassWeight> CLASS_WEIGHT = KEYS.onlyFor(
                    TYPE, List.of(ModelSpec.Type.LOGISTIC, ModelSpec.Type.SOFTMAX, ModelSpec.Type.MLP))
            .add(
                    "model.class-weight",
                    OneOf.of(ClassWeight.class),
                    DEFAULT_CLASS_WEIGHT,
                    "balanced: the gradient and the training objective count a row rows / (classes x rows of its class)"
                            + " times; every reported loss and accuracy stays unweighted");
    static final Key<Surface> SURFACE =
            SURFACES.add("model.surface", OneOf.of(Surface.class), Surface.BOWL, "the landscape to descend");
    static final Key<Double> NOISE = SURFACES.add(
            "model.noise",
            new RealNumber(Range.NOT_NEGATIVE),
            DEFAULT_NOISE,
            "how strongly a row's two features push the slope about");
    static final Key<Initialiser> INIT = KEYS.add(
            "model.init",
            new InitialiserType(),
            ModelKeys::startingWeights,
            "zeros; mlp xavier, relu he; surface point(-1.2, 1)",
            "starting weights: zeros, xavier, he, lecun, \"uniform(a, b)\", \"normal(sd)\"; surface: \"point(x, y)\"");
    static final Key<Initialiser> BIAS_INIT = LAYERED.onlyFor(BIAS, List.of(true))
            .add("model.bias-init", new InitialiserType(), Initialiser.ZEROS, "starting biases, as for model.init");
    static final Key<Double> L2 = KEYS.add(
            "model.l2", new RealNumber(Range.NOT_NEGATIVE), Penalty.NONE.lambda(), "penalty on the square of weights");
    static final Key<Penalty.Form> L2_FORM = KEYS.onlyIf(new Condition<>(L2, lambda -> lambda > 0, "model.l2 above 0"))
            .add(
                    "model.l2-form",
                    OneOf.of(Penalty.Form.class),
                    Penalty.NONE.form(),
                    "per-batch: l2 / (2 rows of the batch) sum w^2; plain: l2 / 2 sum w^2");

    private ModelKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    /**
     * Glorot and Bengio (2010) for units that are linear about 0; He et al. (2015) for rectifiers; on a landscape the
     * place where Rosenbrock (1960) began.
     */
    private static Initialiser startingWeights(Settings settings) {
        return switch (settings.get(TYPE)) {
            case LINEAR, LOGISTIC, SOFTMAX -> Initialiser.ZEROS;
            case MLP -> {
                boolean rectified = settings.get(ACTIVATION) == Activation.RELU;
                yield new Initialiser(rectified ? Initialiser.Kind.HE : Initialiser.Kind.XAVIER, 0, 0);
            }
            case SURFACE -> new Initialiser(Initialiser.Kind.POINT, -1.2, 1);
        };
    }
}
