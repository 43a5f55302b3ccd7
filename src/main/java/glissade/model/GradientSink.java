package glissade.model;

/**
 * Takes a batch's gradient slice by slice, in the order in which backpropagation finishes them. A slice is a stretch of
 * whole rows of one layer; once it is handed over, backpropagation needs the parameters below it no more, so a sink may
 * update them while the slice is in cache.
 */
public interface GradientSink {
    /** Where slices are written. */
    float[] gradient();

    /** Whether each slice lies at its parameters' place, rather than at 0, to be used at once. */
    boolean keeps();

    /** Whether chains go on from what is there already: the later tiles of a batch too large for one. */
    boolean resumes();

    /** What every chain is multiplied by when it has ended: 1, unless slices are used at once. */
    float factor();

    /** Whether slices of features that no row of the batch has, which are all zero, must be handed over. */
    boolean wantsZeros();

    /** The gradient of parameters [at, at + count), all weights or all biases, is complete and lies at {@code gradientAt}. */
    void finished(int at, int gradientAt, int count, boolean weights);
}
