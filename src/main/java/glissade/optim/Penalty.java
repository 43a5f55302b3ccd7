package glissade.optim;

import java.io.Serializable;

/**
 * L2 on weights, never on biases. {@code PER_BATCH} adds {@code lambda / (2 n) sum ||W||^2} to the mean loss of a batch of n
 * rows, so its gradient is {@code (lambda / n) W}; {@code PLAIN} adds {@code lambda / 2 sum ||W||^2}, with {@code lambda
 * W}.
 *
 * @param lambda its strength; 0 for none
 */
public record Penalty(double lambda, Form form) implements Serializable {
    public static final Penalty NONE = new Penalty(0, Form.PER_BATCH);

    /** How the penalty scales with the batch. */
    public enum Form {
        PER_BATCH,
        PLAIN
    }

    public Penalty {
        if (!Range.NOT_NEGATIVE.contains(lambda)) {
            throw new IllegalArgumentException("model.l2 must be in range [0, inf), got " + lambda);
        }
    }

    public boolean isPresent() {
        return lambda > 0;
    }

    /** What it adds to the mean loss of n rows. */
    public double value(double squaredNorm, long n) {
        return form == Form.PLAIN ? lambda / 2 * squaredNorm : lambda / (2.0 * n) * squaredNorm;
    }

    /** What multiplies a weight in the gradient of that. */
    float gradientFactor(float inverseRows) {
        return form == Form.PLAIN ? (float) lambda : (float) lambda * inverseRows;
    }
}
