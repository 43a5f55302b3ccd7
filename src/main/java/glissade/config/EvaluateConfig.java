package glissade.config;

/**
 * What is measured at the end of each epoch.
 *
 * @param trainInFull the training rows once more, rather than the losses met on the way
 * @param testEachEpoch the test split at each epoch, rather than once
 * @param layers sizes of each layer's gradient and weights
 */
public record EvaluateConfig(boolean trainInFull, boolean testEachEpoch, boolean layers) {}
