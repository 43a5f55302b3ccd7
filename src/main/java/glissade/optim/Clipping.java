package glissade.optim;

import java.io.Serializable;

/**
 * A bound on gradients: on each value, or on the Euclidean norm of a trial's whole gradient, which is scaled down to it.
 *
 * @param bound the largest value or norm; unused for NONE
 */
public record Clipping(Kind kind, double bound) implements Serializable {
    public static final double DEFAULT_BOUND = 1;
    public static final Clipping NONE = new Clipping(Kind.NONE, 0);

    /** What is bounded. */
    public enum Kind {
        NONE,
        VALUE,
        NORM
    }

    public Clipping {
        if (kind != Kind.NONE && !Range.POSITIVE.contains(bound)) {
            throw new IllegalArgumentException("training.clip.bound must be in range (0, inf), got " + bound);
        }
    }
}
