package glissade.model;

import java.io.Serializable;
import java.util.List;

/**
 * The model of a trial, before it has met data.
 *
 * @param type which family it belongs to
 * @param hidden units of each hidden layer; empty unless the type is {@code MLP}
 * @param activation of every hidden layer
 */
public record ModelSpec(Type type, List<Integer> hidden, Activation activation) implements Serializable {
    public static final Type DEFAULT_TYPE = Type.SOFTMAX;
    public static final List<Integer> DEFAULT_HIDDEN = List.of(10);
    public static final Activation DEFAULT_ACTIVATION = Activation.TANH;

    /** The model families. */
    public enum Type {
        SOFTMAX,
        MLP
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
    }
}
