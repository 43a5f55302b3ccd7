package glissade.engine;

import java.io.Serializable;
import java.util.List;

/**
 * What is measured on the way, beside the losses met in training and the validation split.
 *
 * @param trainInFull the training rows once more, at an epoch's end
 * @param testEachEpoch the test split, which is then shown but not selected on unless asked for
 * @param layers sizes of each layer's gradient, in the epoch's last step, and of its weights
 * @param every epochs between evaluations, the last epoch of a lane being evaluated in any case
 * @param steps what is recorded of single steps; changes no result
 * @param snapshots epochs, ascending, after which parameters are kept too; changes no result
 */
public record Evaluation(
        boolean trainInFull,
        boolean testEachEpoch,
        boolean layers,
        int every,
        StepRecord steps,
        List<Integer> snapshots)
        implements Serializable {
    public static final Evaluation PLAIN = new Evaluation(false, false, false);

    public Evaluation {
        snapshots = List.copyOf(snapshots);
        if (every < 1) {
            throw new IllegalArgumentException("evaluate.every must be at least 1, got " + every);
        }
    }

    /** After every epoch, and of no single step. */
    public Evaluation(boolean trainInFull, boolean testEachEpoch, boolean layers) {
        this(trainInFull, testEachEpoch, layers, 1, StepRecord.NONE);
    }

    /** Without snapshots. */
    public Evaluation(boolean trainInFull, boolean testEachEpoch, boolean layers, int every, StepRecord steps) {
        this(trainInFull, testEachEpoch, layers, every, steps, List.of());
    }

    /** The same with another record of single steps. */
    public Evaluation with(StepRecord other) {
        return new Evaluation(trainInFull, testEachEpoch, layers, every, other, snapshots);
    }

    /** The same without snapshots. */
    public Evaluation withoutSnapshots() {
        return new Evaluation(trainInFull, testEachEpoch, layers, every, steps);
    }
}
