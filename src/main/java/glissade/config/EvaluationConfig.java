package glissade.config;

/**
 * What is measured at the end of an epoch.
 *
 * @param trainInFull all training rows once more
 * @param testEachEpoch the test rows
 * @param layers sizes of each layer's gradient and weights
 * @param every epochs between two such measurements
 */
public record EvaluationConfig(boolean trainInFull, boolean testEachEpoch, boolean layers, int every) {
    static final int EVERY_EPOCH = 1;

    static EvaluationConfig of(Settings s) {
        return new EvaluationConfig(
                s.get(EvaluationKeys.TRAIN) == EvaluationKeys.TrainingLoss.FULL,
                s.get(EvaluationKeys.TEST) == EvaluationKeys.TestTime.EACH_EPOCH,
                s.get(EvaluationKeys.LAYERS),
                s.get(EvaluationKeys.EVERY));
    }
}
