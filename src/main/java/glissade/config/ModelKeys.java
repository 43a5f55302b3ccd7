package glissade.config;

import static glissade.model.ModelSpec.DEFAULT_ACTIVATION;
import static glissade.model.ModelSpec.DEFAULT_HIDDEN;
import static glissade.model.ModelSpec.DEFAULT_TYPE;

import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.optim.Initialiser;
import java.util.List;

/** Keys of {@link ModelSpec} and of starting values. */
final class ModelKeys {
    private static final KeyGroup KEYS = new KeyGroup();

    static final Key<ModelSpec.Type> TYPE = KEYS.add("model.type", Choice.of(ModelSpec.Type.class), DEFAULT_TYPE, "the family of models");

    private static final KeyGroup MLP = KEYS.onlyFor(TYPE, List.of(ModelSpec.Type.MLP));

    static final Key<List<Integer>> HIDDEN =
            MLP.add("model.hidden", new ListOf<>(WholeNumber.ofInt(1)), DEFAULT_HIDDEN, "units of each hidden layer");
    static final Key<Activation> ACTIVATION =
            MLP.add("model.activation", Choice.of(Activation.class), DEFAULT_ACTIVATION, "of the hidden layers");
    static final Key<Initialiser> INIT = KEYS.add(
            "model.init",
            new InitialiserType(),
            ModelKeys::startingWeights,
            "softmax zeros, mlp xavier, relu he",
            "starting weights: zeros, xavier, he, lecun, \"uniform(a, b)\", \"normal(sd)\"");
    static final Key<Initialiser> BIAS_INIT =
            KEYS.add("model.bias-init", new InitialiserType(), Initialiser.ZEROS, "starting biases, as for model.init");

    private ModelKeys() {}

    static KeyGroup group() {
        return KEYS;
    }

    /** Glorot and Bengio (2010) for units that are linear about 0; He et al. (2015) for rectifiers. */
    private static Initialiser startingWeights(Settings settings) {
        if (settings.get(TYPE) == ModelSpec.Type.SOFTMAX) {
            return Initialiser.ZEROS;
        }
        boolean rectified = settings.get(ACTIVATION) == Activation.RELU;
        return new Initialiser(rectified ? Initialiser.Kind.HE : Initialiser.Kind.XAVIER, 0, 0);
    }
}
