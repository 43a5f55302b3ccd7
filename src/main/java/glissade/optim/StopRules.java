package glissade.optim;

import java.io.Serializable;

/**
 * When a trial ends before its last epoch.
 *
 * @param tolerance stops when the training loss of two successive epochs differs by less; 0 for never
 * @param patience stops when the selected number has not improved for so many epochs; 0 for never
 * @param steps ends after so many updates, in the middle of an epoch if need be; 0 for no limit
 * @param divergenceFactor has diverged when the training loss exceeds this times the trivial prediction's twice in a row
 */
public record StopRules(double tolerance, int patience, long steps, double divergenceFactor) implements Serializable {
    public static final double DEFAULT_DIVERGENCE_FACTOR = 10;
    public static final StopRules NONE = new StopRules(0, 0, 0, DEFAULT_DIVERGENCE_FACTOR);

    public StopRules {
        if (!Range.NOT_NEGATIVE.contains(tolerance)) {
            throw new IllegalArgumentException("training.stop.tolerance must be in range [0, inf), got " + tolerance);
        }
        if (patience < 0) {
            throw new IllegalArgumentException("training.stop.patience must not be negative, got " + patience);
        }
        if (steps < 0) {
            throw new IllegalArgumentException("training.stop.steps must not be negative, got " + steps);
        }
        if (!(divergenceFactor > 1)) {
            throw new IllegalArgumentException(
                    "training.stop.divergence.factor must be above 1, got " + divergenceFactor);
        }
    }
}
