package glissade.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The model of a trial, before it has met data.
 *
 * @param type which family it belongs to
 * @param hidden units of each hidden layer; empty unless the type is {@code MLP}
 * @param activation of every hidden layer
 * @param head what is done with its outputs
 * @param bias whether units have biases
 * @param surface the landscape of type {@code SURFACE}, otherwise null
 * @param noise how strongly a row's two features push a landscape's slope about
 * @param classWeight how much a training row counts by its class
 */
public record ModelSpec(
        Type type,
        List<Integer> hidden,
        Activation activation,
        Head head,
        boolean bias,
        Surface surface,
        double noise,
        ClassWeight classWeight)
        implements Serializable {
    public static final Type DEFAULT_TYPE = Type.SOFTMAX;
    public static final List<Integer> DEFAULT_HIDDEN = List.of(10);
    public static final Activation DEFAULT_ACTIVATION = Activation.TANH;
    public static final boolean DEFAULT_BIAS = true;
    public static final double DEFAULT_NOISE = 0;
    public static final ClassWeight DEFAULT_CLASS_WEIGHT = ClassWeight.NONE;

    /** The model families. */
    public enum Type {
        LINEAR,
        LOGISTIC,
        SOFTMAX,
        MLP,
        SURFACE;

        /** The heads it may have, its default first. */
        public List<Head> heads() {
            return switch (this) {
                case LINEAR -> List.of(Head.MSE, Head.HALF_MSE);
                case LOGISTIC -> List.of(Head.BINARY);
                case SOFTMAX -> List.of(Head.SOFTMAX);
                case MLP -> List.of(Head.SOFTMAX, Head.BINARY, Head.MSE, Head.HALF_MSE);
                case SURFACE -> List.of(Head.MSE);
            };
        }

        public Head defaultHead() {
            return heads().get(0);
        }
    }

    public ModelSpec {
        hidden = List.copyOf(hidden);
        if (type == Type.MLP && hidden.isEmpty()) {
            throw new IllegalArgumentException("model.hidden must name at least one layer");
        }
        if (type != Type.MLP && !hidden.isEmpty()) {
            throw new IllegalArgumentException("model.hidden is only for type = mlp");
        }
        for (int units : hidden) {
            if (units < 1) {
                throw new IllegalArgumentException("model.hidden must hold numbers of at least 1, got " + units);
            }
        }
        if (!type.heads().contains(head)) {
            throw new IllegalArgumentException("a model of type " + type + " cannot have the head " + head);
        }
        if ((type == Type.SURFACE) != (surface != null)) {
            throw new IllegalArgumentException("model.surface goes with type = surface");
        }
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("model.noise must be in range [0, inf), got " + noise);
        }
        if (classWeight != ClassWeight.NONE && head != Head.SOFTMAX && head != Head.BINARY) {
            throw new IllegalArgumentException("model.class-weight is only for the heads softmax and binary, not for "
                    + head.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** A model without hidden layers, with its own head and biases. */
    public static ModelSpec of(Type type) {
        return new ModelSpec(
                type,
                List.of(),
                DEFAULT_ACTIVATION,
                type.defaultHead(),
                DEFAULT_BIAS,
                null,
                DEFAULT_NOISE,
                DEFAULT_CLASS_WEIGHT);
    }

    /** A perceptron with softmax on top. */
    public static ModelSpec mlp(Activation activation, Integer... hidden) {
        return mlp(activation, Head.SOFTMAX, hidden);
    }

    public static ModelSpec mlp(Activation activation, Head head, Integer... hidden) {
        return new ModelSpec(
                Type.MLP, List.of(hidden), activation, head, DEFAULT_BIAS, null, DEFAULT_NOISE, DEFAULT_CLASS_WEIGHT);
    }

    /** A landscape, its slope pushed about by {@code noise} times a row's features. */
    public static ModelSpec surface(Surface surface, double noise) {
        return new ModelSpec(
                Type.SURFACE, List.of(), DEFAULT_ACTIVATION, Head.MSE, false, surface, noise, DEFAULT_CLASS_WEIGHT);
    }

    public ModelSpec withoutBias() {
        return new ModelSpec(type, hidden, activation, head, false, surface, noise, classWeight);
    }

    public ModelSpec withHead(Head other) {
        return new ModelSpec(type, hidden, activation, other, bias, surface, noise, classWeight);
    }

    public ModelSpec withHidden(List<Integer> others) {
        return new ModelSpec(type, others, activation, head, bias, surface, noise, classWeight);
    }

    public ModelSpec withClassWeight(ClassWeight other) {
        return new ModelSpec(type, hidden, activation, head, bias, surface, noise, other);
    }
}
