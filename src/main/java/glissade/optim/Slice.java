package glissade.optim;

import glissade.numeric.Kernels;

/**
 * A stretch of a cohort's parameters with its gradient and moments, and the few operations of which update rules are made.
 * Each is one pass over data in cache; lane constants repeat along the slice.
 */
public final class Slice {
    private final Kernels kernels;
    private float[] parameters;
    private int at;
    private float[] gradient;
    private int gradientAt;
    private int count;
    private boolean weights;
    private OptimizerState state;

    Slice(Kernels kernels) {
        this.kernels = kernels;
    }

    void set(
            float[] parameters,
            int at,
            float[] gradient,
            int gradientAt,
            int count,
            boolean weights,
            OptimizerState state) {
        this.parameters = parameters;
        this.at = at;
        this.gradient = gradient;
        this.gradientAt = gradientAt;
        this.count = count;
        this.weights = weights;
        this.state = state;
    }

    /** w = fma(-rate, g, w): the one place where the sign turns. */
    public void descend(LaneConstants rate) {
        kernels.descend(parameters, at, rate.repeated(), gradient, gradientAt, count);
    }

    /** w = fma(-rate, moment, w). */
    public void descendMoment(LaneConstants rate, int moment) {
        kernels.descend(parameters, at, rate.repeated(), state.moment(moment), at, count);
    }

    /** w = fma(-rate, w, w), for weights but not for biases: decoupled weight decay. */
    public void decay(LaneConstants rate) {
        if (weights) {
            kernels.descend(parameters, at, rate.repeated(), parameters, at, count);
        }
    }

    /** moment = fma(keep, moment, add * g). */
    public void accumulate(int moment, LaneConstants keep, LaneConstants add) {
        kernels.accumulate(state.moment(moment), at, keep.repeated(), gradient, gradientAt, add.repeated(), count);
    }

    /** moment = fma(keep, moment, add * (g * g)). */
    public void accumulateSquares(int moment, LaneConstants keep, LaneConstants add) {
        kernels.accumulateSquares(
                state.moment(moment), at, keep.repeated(), gradient, gradientAt, add.repeated(), count);
    }

    /** Heavy ball: w = fma(-rate, g, fma(-mu, moment, w)), then moment = fma(mu, moment, rate * g). */
    public void heavyBall(LaneConstants rate, LaneConstants mu, int moment) {
        kernels.heavyBall(
                parameters, at, state.moment(moment), at, gradient, gradientAt, mu.repeated(), rate.repeated(), count);
    }

    /** Both averages of Adam: {@link #accumulate} of one moment and {@link #accumulateSquares} of another. */
    public void accumulateMoments(
            int mean,
            LaneConstants keepMean,
            LaneConstants addMean,
            int square,
            LaneConstants keepSquare,
            LaneConstants addSquare) {
        kernels.accumulateMoments(
                state.moment(mean),
                state.moment(square),
                at,
                keepMean.repeated(),
                addMean.repeated(),
                keepSquare.repeated(),
                addSquare.repeated(),
                gradient,
                gradientAt,
                count);
    }

    /** g = factor * g. */
    public void scale(LaneConstants factor) {
        kernels.scaled(gradient, gradientAt, factor.repeated(), gradient, gradientAt, count);
    }

    /** g = factor * moment. */
    public void takeMoment(LaneConstants factor, int moment) {
        kernels.scaled(gradient, gradientAt, factor.repeated(), state.moment(moment), at, count);
    }

    /** g = fma(factor, moment, g). */
    public void addMoment(LaneConstants factor, int moment) {
        kernels.addScaled(gradient, gradientAt, factor.repeated(), state.moment(moment), at, count);
    }

    /** g = fma(factor, w, g), for weights but not for biases. */
    void addWeights(LaneConstants factor) {
        if (weights) {
            kernels.addScaled(gradient, gradientAt, factor.repeated(), parameters, at, count);
        }
    }

    /** w = fma(-rate, g / (sqrt(scale * moment) + epsilon), w), where {@code one} is 1 for every lane. */
    public void descendByRoot(
            LaneConstants rate, LaneConstants one, int moment, LaneConstants scale, LaneConstants epsilon) {
        descendByRoot(rate, gradient, gradientAt, one, moment, scale, epsilon);
    }

    /** w = fma(-rate, meanScale * mean / (sqrt(scale * moment) + epsilon), w), where mean is another moment. */
    public void descendMomentByRoot(
            LaneConstants rate,
            int mean,
            LaneConstants meanScale,
            int moment,
            LaneConstants scale,
            LaneConstants epsilon) {
        descendByRoot(rate, state.moment(mean), at, meanScale, moment, scale, epsilon);
    }

    private void descendByRoot(
            LaneConstants rate,
            float[] x,
            int xAt,
            LaneConstants xScale,
            int moment,
            LaneConstants scale,
            LaneConstants epsilon) {
        kernels.descendByRoot(
                parameters,
                at,
                rate.repeated(),
                x,
                xAt,
                xScale.repeated(),
                state.moment(moment),
                at,
                scale.repeated(),
                epsilon.repeated(),
                count);
    }

    /** g = min(max(g, -bound), bound), NaN stays. */
    void clip(LaneConstants bound) {
        kernels.clip(gradient, gradientAt, bound.repeated(), count);
    }
}
