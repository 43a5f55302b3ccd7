package glissade.engine;

import glissade.model.Tensor;

/**
 * How the gradient of a layer's weights or biases compares with their slopes.
 *
 * @param tensor which
 * @param checked parameters compared
 * @param kinks parameters passed over, because a rectifier switches within the step of the difference
 * @param largestSlope of those compared, by magnitude
 * @param worstError of those compared, relative; NaN if a gradient is
 * @param threshold the largest error allowed
 */
public record TensorCheck(
        Tensor tensor, int checked, int kinks, double largestSlope, double worstError, double threshold) {
    /** Whether anything could be compared. */
    public boolean isChecked() {
        return checked > 0;
    }

    /** Whether a gradient is not the slope; a NaN never is. */
    public boolean failed() {
        return isChecked() && !(worstError <= threshold);
    }
}
