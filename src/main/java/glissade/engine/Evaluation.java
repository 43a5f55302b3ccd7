package glissade.engine;

import java.io.Serializable;

/**
 * What is measured at the end of an epoch, beside the losses met in training and the validation split.
 *
 * @param trainInFull the training rows once more, at the epoch's end
 * @param testEachEpoch the test split, which is then shown but not selected on unless asked for
 * @param layers sizes of each layer's gradient, in the epoch's last step, and of its weights
 */
public record Evaluation(boolean trainInFull, boolean testEachEpoch, boolean layers) implements Serializable {
    public static final Evaluation PLAIN = new Evaluation(false, false, false);
}
