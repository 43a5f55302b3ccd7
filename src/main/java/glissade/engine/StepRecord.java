package glissade.engine;

import java.io.Serializable;

/**
 * What is recorded of single steps.
 *
 * @param every steps between two of them; 0 for none
 * @param gradientNorm their gradients' norms too, for which every gradient is kept whole
 */
public record StepRecord(int every, boolean gradientNorm) implements Serializable {
    public static final StepRecord NONE = new StepRecord(0, false);
    public static final StepRecord EACH_IN_FULL = new StepRecord(1, true);

    public StepRecord {
        if (every < 0) {
            throw new IllegalArgumentException("curves.every-steps must not be negative, got " + every);
        }
    }

    /** What a lane records; null for nothing. */
    StepSeries series() {
        return every == 0 ? null : StepSeries.unbounded(gradientNorm ? 3 : 2, every);
    }
}
