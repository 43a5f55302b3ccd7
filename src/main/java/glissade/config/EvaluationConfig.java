package glissade.config;

/**
 * What is measured at the end of an epoch.
 *
 * @param trainInFull all training rows once more
 * @param testEachEpoch the test rows
 * @param layers sizes of each layer's gradient and weights
 */
public record EvaluationConfig(boolean trainInFull, boolean testEachEpoch, boolean layers) {
    static EvaluationConfig of(Settings s) {
        return new EvaluationConfig(
                s.get(EvaluationKeys.TRAIN) == EvaluationKeys.TrainingLoss.FULL,
                s.get(EvaluationKeys.TEST) == EvaluationKeys.TestTime.EACH_EPOCH,
                s.get(EvaluationKeys.LAYERS));
    }
}
