package glissade.numeric;

/**
 * The loops in which training spends its time, over plain arrays. A scalar and a vector twin give the same bits.
 *
 * <p>Matrices are row-major with a row length of {@code stride}; {@code xAt} is where x starts in its array. In a
 * <em>lane</em> kernel a row holds {@code units} groups of {@code width} lanes (unit-major, lane-minor) and lane k of the
 * result depends on lane k of the operands only. Every element of a product is one FMA chain in ascending index order,
 * from +0, from a bias or (when {@code resume}) from the value already there, ended by {@code + 0.0f}. Ending a chain
 * and resuming it gives the bits of the unbroken chain: the addition only turns -0 into +0, which no later term can tell.
 */
public interface Kernels extends ElementLoops {
    /** Floats in the widest vector of any machine; lengths that are multiples of it have no left-over elements anywhere. */
    int WIDEST_VECTOR = 16;

    /** The widest twin this machine and JVM can run. */
    static Kernels best() {
        return BestKernels.INSTANCE;
    }

    /** What runs, for people: for example {@code vector (16 lanes)}. */
    String description();

    // ---- input layer: the same input for every column

    /** out[i] = biases + sum over the entries of CSR row rows[i] of value * weights[column]. */
    void sparseForward(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out);

    /**
     * out[i] = biases + sum over d below {@code inner} of values[rows[i] * pitch + d] * weights[d]; rows == null means
     * row i itself, biasesAt below 0 means from +0.
     */
    void denseForward(
            float[] values,
            int pitch,
            int inner,
            int[] rows,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out);

    /**
     * gradient[slot of f] = sum over the entries e of feature f of entryValues[e] * delta[entryRows[e]], for
     * f = features[from .. to), each times {@code factor} once its chain has ended. The slot of f is f itself, or its
     * place in the list when {@code compact}.
     */
    void sparseGradient(
            FeatureEntries entries,
            int[] features,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean compact,
            boolean resume,
            float factor);

    /** chains[column] = fma(value, delta[i], chains[column]) for every entry of CSR row rows[i], rows in their order. */
    void sparseScatter(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] delta,
            int stride,
            float[] chains,
            int chainsAt);

    /** Ends so many chains, out = factor * chain, and begins them anew at +0. */
    void endChains(float[] chains, int chainsAt, float[] out, int outAt, float factor, int count);

    /**
     * gradient[d - from] = factor * sum over i below count of values[rows[i] * pitch + d] * delta[i], for d in [from, to).
     */
    void denseGradient(
            float[] values,
            int pitch,
            int[] rows,
            int count,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean resume,
            float factor);

    // ---- hidden layers: every lane has its own input

    /** out[i][c] = biases[c] + sum over u below innerUnits of input[i][u] * weights[u][c], lane by lane. */
    void laneForward(
            float[] input,
            int inputStride,
            int innerUnits,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            int units,
            int width,
            float[] out);

    /** out[i][u] = sum over c below units of delta[i][c] * weights[u][c], lane by lane. */
    void laneBackward(
            float[] delta,
            int stride,
            int units,
            int count,
            float[] parameters,
            int weightsAt,
            int outUnits,
            int outStride,
            int width,
            float[] out);

    /**
     * gradient[u - from][c] = factor * sum over i below count of input[i][u] * delta[i][c], for u in [from, to), lane by
     * lane.
     */
    void laneGradient(
            float[] input,
            int inputStride,
            int from,
            int to,
            int count,
            float[] delta,
            int stride,
            int units,
            int width,
            float[] gradient,
            int gradientAt,
            boolean resume,
            float factor);

    // ---- both

    /** gradient = factor * sum over i below count of delta[i]. */
    void biasGradient(
            float[] delta, int count, int stride, float[] gradient, int gradientAt, boolean resume, float factor);

    /**
     * Softmax and cross-entropy from logits, lane by lane. Writes each row's loss, {@code log(sum exp(z - max)) + (max -
     * z[label])}, and whether the arg-max is the label (lowest index wins, NaN is wrong) as 1 or 0; turns z into p - y.
     *
     * @param labels class index of row i
     */
    void softmax(float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct);

    /**
     * Sigmoid and cross-entropy from one logit a lane, for targets 0 and 1: loss {@code log(1 + exp(-z))} where y = 1 and
     * {@code log(1 + exp(z))} where y = 0; z becomes {@code sigmoid(z) - y}; right when z > 0 and y = 1 agree.
     */
    void binary(float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct);

    /** Squared error of one output a lane: loss {@code (z - y)^2}; z becomes {@code slope * (z - y)}. */
    void squared(float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses);

    /** Squared error against one-hot classes, summed over the units; right as in softmax. */
    void squaredClasses(
            float[] z,
            int stride,
            int units,
            int width,
            int[] labels,
            float slope,
            int count,
            float[] losses,
            float[] correct);
}
