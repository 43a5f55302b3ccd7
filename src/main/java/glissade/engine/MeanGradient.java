package glissade.engine;

import glissade.model.GradientSink;
import glissade.model.LossSums;
import glissade.model.Model;
import glissade.model.ParameterLayout;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.optim.OptimizerState;
import glissade.optim.Sgd;
import glissade.optim.Update;

/**
 * The gradient of a few rows as training has it, in float and for all lanes at once: the model's, with the update's mean and
 * penalty. Clipping and the optimizer, which make of it something else than a gradient, are left out.
 */
final class MeanGradient implements GradientSink {
    private final ParameterLayout layout;
    private final Kernels kernels;
    private final Update update;
    private final float[] classWeights;
    private final float[] gradient;
    private float[] parameters;

    /** Of lanes at {@link CheckPoint points to check}. */
    MeanGradient(Cohort cohort, Kernels kernels) {
        this.layout = cohort.layout();
        this.classWeights = cohort.classWeights();
        this.kernels = kernels;
        OptimizerState none = new OptimizerState(Sgd.KIND, layout.size(), layout.lanes());
        this.update = new Update(kernels, cohort.updateLanes(layout), none);
        this.gradient = new float[layout.size()];
    }

    /** Laid out as the parameters are; good until the next call. */
    float[] of(Block block, int[] rows, float[] atParameters) {
        parameters = atParameters;
        update.begin(rows.length);
        Model.of(layout, kernels, rows.length, classWeights)
                .gradient(block, rows, rows.length, parameters, new LossSums(layout.lanes()), this);
        return gradient;
    }

    @Override
    public float[] gradient() {
        return gradient;
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public boolean resumes() {
        return false;
    }

    @Override
    public float factor() {
        return update.meanFactor();
    }

    @Override
    public boolean wantsZeros() {
        return true;
    }

    @Override
    public void finished(int at, int gradientAt, int count, boolean weights) {
        update.prepare(parameters, at, gradient, gradientAt, count, weights);
    }
}
