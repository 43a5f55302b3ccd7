package glissade.optim;

import glissade.numeric.Kernels;
import java.util.List;

/**
 * Moves the parameters of a cohort against their mean gradient, {@code chain * (1f/n)} with the batch's own n, slice by
 * slice, in the contract's order: penalty; clipping; the optimizer's direction and descent. Clipping by norm needs the
 * whole gradient between {@link #prepare} and {@link #finish}; all else can go slice by slice by {@link #apply}.
 */
public final class Update {
    private final Lanes lanes;
    private final Optimizer optimizer;
    private final OptimizerState state;
    private final Rule rule;
    private final Slice slice;
    private final LaneConstants penalties;
    private final LaneConstants bounds;
    private final LaneConstants normFactors;
    private float inverseRows;

    /** For lanes that agree on the shape of their update. */
    public Update(Kernels kernels, Lanes lanes, OptimizerState state) {
        List<TrainingSpec> specs = lanes.specs();
        this.lanes = lanes;
        this.optimizer = Optimizers.named(specs.get(0).optimizer().name());
        this.state = state;
        this.rule = optimizer.rule(lanes);
        this.slice = new Slice(kernels);
        this.penalties = specs.get(0).penalty().isPresent() ? lanes.blank() : null;
        Clipping.Kind clipping = specs.get(0).clipping().kind();
        this.bounds = clipping == Clipping.Kind.VALUE
                ? lanes.derived(spec -> spec.clipping().bound())
                : null;
        this.normFactors = clipping == Clipping.Kind.NORM ? lanes.blank() : null;
    }

    /** Whether a parameter with zero gradient stays as it is, so that it need not be touched. */
    public boolean skipsZeros() {
        return optimizer.skipsZeros() && penalties == null;
    }

    /** Whether the whole gradient must be there before any parameter moves. */
    public boolean needsWhole() {
        return normFactors != null;
    }

    /** Starts a step on a batch of so many rows; the lanes' rates are set. */
    public void begin(long rows) {
        float before = inverseRows;
        inverseRows = 1f / rows;
        if (penalties != null && inverseRows != before) {
            for (int lane = 0; lane < lanes.count(); lane++) {
                penalties.set(lane, lanes.specs().get(lane).penalty().gradientFactor(inverseRows));
            }
        }
        rule.begin(state);
    }

    /** What makes a batch's mean gradient of its sum: 1f / n. */
    public float meanFactor() {
        return inverseRows;
    }

    /** Uses up the mean gradient of parameters [at, at + count), all weights or all biases. */
    public void apply(float[] parameters, int at, float[] gradient, int gradientAt, int count, boolean weights) {
        prepare(parameters, at, gradient, gradientAt, count, weights);
        finish(parameters, at, gradient, gradientAt, count, weights);
    }

    /** Adds the penalty to the mean gradient of a slice and clips its values, in place. */
    public void prepare(float[] parameters, int at, float[] gradient, int gradientAt, int count, boolean weights) {
        slice.set(parameters, at, gradient, gradientAt, count, weights, state);
        if (penalties != null) {
            slice.addWeights(penalties);
        }
        if (bounds != null) {
            slice.clip(bounds);
        }
    }

    /** Takes each lane's squared norm of the whole prepared gradient. */
    public void clipNorms(double[] squaredNorms) {
        for (int lane = 0; lane < lanes.count(); lane++) {
            double bound = lanes.specs().get(lane).clipping().bound();
            double norm = Math.sqrt(squaredNorms[lane]);
            normFactors.set(lane, norm > bound ? (float) (bound / norm) : 1f);
        }
    }

    /** Moves the parameters of a slice by its prepared gradient. */
    public void finish(float[] parameters, int at, float[] gradient, int gradientAt, int count, boolean weights) {
        slice.set(parameters, at, gradient, gradientAt, count, weights, state);
        if (normFactors != null) {
            slice.scale(normFactors);
        }
        rule.apply(slice);
    }
}
