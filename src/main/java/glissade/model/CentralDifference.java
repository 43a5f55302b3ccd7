package glissade.model;

import java.util.BitSet;

/**
 * The slope of a loss along one parameter, {@code (loss(w + s) - loss(w - s)) / 2s}: two forward passes, no derivative.
 *
 * <p>Its error is {@code s^2 / 6} times the third derivative by truncation, and the rounding of two losses divided by s: in
 * double both are least, about 1e-11, near the cube root of 2^-53. So the step is 2^-17, divided by the size of what the
 * parameter is multiplied with. It is a power of two, so that w + s and w - s are exact.
 */
public final class CentralDifference {
    private static final int STEP_EXPONENT = -17;
    /** Roundings of a loss, in units of 2^-53 of its largest term: generous. */
    private static final double ROUNDINGS = 8;

    private final ExactLoss loss;
    private final double step;
    private final double noise;
    private final double[] above;
    private double slope;
    private double size;

    /** At the parameters that the loss now has. */
    public CentralDifference(ExactLoss loss) {
        double preactivation = loss.largestPreactivation();
        double input = Math.max(1, Math.max(loss.largestFeature(), preactivation));
        double largestLoss = 1;
        for (double value : loss.losses()) {
            largestLoss = Math.max(largestLoss, Math.abs(value));
        }
        this.loss = loss;
        this.step = Math.scalb(1.0, STEP_EXPONENT - Math.getExponent(input));
        this.noise = ROUNDINGS * 0x1p-53 * (1 + preactivation) * largestLoss / step;
        this.above = new double[loss.rows()];
    }

    /** Takes the slope along a parameter; false if a rectifier switches on the way, where there is no one slope. */
    public boolean measure(int parameter) {
        double[] parameters = loss.parameters();
        double value = parameters[parameter];
        parameters[parameter] = value + step;
        System.arraycopy(loss.losses(), 0, above, 0, above.length);
        BitSet activeAbove = (BitSet) loss.active().clone();
        parameters[parameter] = value - step;
        double[] below = loss.losses();
        parameters[parameter] = value;
        slope = 0;
        size = 0;
        for (int row = 0; row < above.length; row++) {
            double ofRow = (above[row] - below[row]) / (2 * step);
            slope += ofRow / above.length;
            size += Math.abs(ofRow) / above.length;
        }
        return activeAbove.equals(loss.active());
    }

    /** The slope of the mean loss. */
    public double slope() {
        return slope;
    }

    /** The mean size of the rows' slopes, which may have cancelled in the slope itself. */
    public double size() {
        return size;
    }

    /** What rounding may add to a slope. */
    public double noise() {
        return noise;
    }
}
