package glissade.optim;

import java.io.Serializable;

/**
 * How a trial descends.
 *
 * @param epochs passes over the training rows
 * @param batchSize rows a step
 * @param learningRate the base rate, before the schedule
 * @param schedule how the rate changes
 * @param optimizer the update rule and its constants
 * @param penalty on weights
 * @param clipping of gradients
 * @param weights starting values of weights
 * @param biases starting values of biases
 * @param stop when to end early
 */
public record TrainingSpec(
        int epochs,
        BatchSize batchSize,
        double learningRate,
        Recipe schedule,
        Recipe optimizer,
        Penalty penalty,
        Clipping clipping,
        Initialiser weights,
        Initialiser biases,
        StopRules stop)
        implements Serializable {
    public static final int DEFAULT_EPOCHS = 10;
    public static final BatchSize DEFAULT_BATCH_SIZE = BatchSize.AUTO;
    public static final double DEFAULT_LEARNING_RATE = 0.01;

    public TrainingSpec {
        if (epochs < 1) {
            throw new IllegalArgumentException("training.epochs must be at least 1, got " + epochs);
        }
        if (!Range.POSITIVE.contains(learningRate)) {
            throw new IllegalArgumentException("training.learning-rate must be in range (0, inf), got " + learningRate);
        }
    }

    /** Plain descent at a constant rate from zeros. */
    public static TrainingSpec plain(int epochs, BatchSize batchSize, double learningRate) {
        return new TrainingSpec(
                epochs,
                batchSize,
                learningRate,
                Schedules.CONSTANT.recipe(),
                Sgd.KIND.recipe(),
                Penalty.NONE,
                Clipping.NONE,
                Initialiser.ZEROS,
                Initialiser.ZEROS,
                StopRules.NONE);
    }

    /** Lanes of one cohort have the same shape of update: the same kind of optimizer, and a penalty or clipping or none. */
    public String updateShape() {
        String penalties = penalty.isPresent() ? "/l2-" + penalty.form() : "";
        return optimizer.shape() + penalties + "/clip-" + clipping.kind();
    }
}
