package glissade.optim;

import java.io.Serializable;

/**
 * How a trial descends.
 *
 * @param epochs passes over the training rows
 * @param batchSize rows a step
 * @param learningRate the base rate
 * @param optimizer the update rule
 * @param weights starting values of weights
 * @param biases starting values of biases
 * @param divergenceFactor a lane has diverged when its training loss exceeds this times the trivial prediction's twice
 */
public record TrainingSpec(
        int epochs,
        BatchSize batchSize,
        double learningRate,
        Optimizer optimizer,
        Initialiser weights,
        Initialiser biases,
        double divergenceFactor)
        implements Serializable {
    public static final int DEFAULT_EPOCHS = 10;
    public static final BatchSize DEFAULT_BATCH_SIZE = BatchSize.AUTO;
    public static final double DEFAULT_LEARNING_RATE = 0.01;
    public static final Optimizer DEFAULT_OPTIMIZER = new Sgd();
    public static final double DEFAULT_DIVERGENCE_FACTOR = 10;

    public TrainingSpec {
        if (epochs < 1) {
            throw new IllegalArgumentException("training.epochs must be at least 1, got " + epochs);
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("training.learning-rate must be in range (0, inf), got " + learningRate);
        }
        if (!(divergenceFactor > 1)) {
            throw new IllegalArgumentException(
                    "training.stop.divergence.factor must be above 1, got " + divergenceFactor);
        }
    }
}
