package glissade.run;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.Scaling;
import glissade.engine.Selection;
import glissade.model.ModelSpec;

/**
 * What {@code model/parameters.bin} means.
 *
 * @param layout of the parameters, in words
 * @param parameters their number
 * @param trial whose they are
 * @param epoch after which they were taken
 * @param selection the number for which the trial was chosen
 * @param value that number
 * @param model the architecture
 * @param source what it learnt from
 * @param scaling what is done to raw features first
 * @param data the number of features, the names of classes
 */
record ModelDescription(
        String layout,
        int parameters,
        String trial,
        int epoch,
        Selection selection,
        double value,
        ModelSpec model,
        DataSpec source,
        Scaling scaling,
        DataSummary data) {
    private static final String LAYOUT = "little-endian float32; layer by layer: weights [input][unit], then biases";

    static ModelDescription of(Champion.Holder best) {
        return new ModelDescription(
                LAYOUT,
                best.parameters().length,
                best.result().trialId(),
                best.epoch(),
                best.selection(),
                best.score().value(),
                best.cohort().spec().model(),
                best.cohort().source(),
                best.cohort().data().scaling(),
                best.cohort().data().summary());
    }
}
