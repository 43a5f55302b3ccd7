package glissade.engine;

import java.io.Serializable;

/**
 * What is measured on the way, beside the losses met in training and the validation split.
 *
 * @param trainInFull the training rows once more, at an epoch's end
 * @param testEachEpoch the test split, which is then shown but not selected on unless asked for
 * @param layers sizes of each layer's gradient, in the epoch's last step, and of its weights
 * @param every epochs between evaluations, the last epoch of a lane being evaluated in any case
 * @param steps what is recorded of single steps; changes no result
 */
public record Evaluation(boolean trainInFull, boolean testEachEpoch, boolean layers, int every, StepRecord steps)
        implements Serializable {
    public static final Evaluation PLAIN = new Evaluation(false, false, false);

    public Evaluation {
        if (every < 1) {
            throw new IllegalArgumentException("evaluate.every must be at least 1, got " + every);
        }
    }

    /** After every epoch, and of no single step. */
    public Evaluation(boolean trainInFull, boolean testEachEpoch, boolean layers) {
        this(trainInFull, testEachEpoch, layers, 1, StepRecord.NONE);
    }

    /** The same with another record of single steps. */
    public Evaluation with(StepRecord other) {
        return new Evaluation(trainInFull, testEachEpoch, layers, every, other);
    }
}
