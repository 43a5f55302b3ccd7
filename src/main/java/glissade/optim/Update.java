package glissade.optim;

import glissade.numeric.Kernels;

/**
 * Moves the parameters of a cohort against their gradient, slice by slice, in the contract's order: {@code g = chain *
 * (1f/n)} with the batch's own n, then {@code w = fma(-rate, g, w)} with each lane's rate.
 */
public final class Update {
    private final Kernels kernels;
    private final LaneConstants rates;
    private float inverseRows;

    public Update(Kernels kernels, LaneConstants rates) {
        this.kernels = kernels;
        this.rates = rates;
    }

    /** Whether a parameter with zero gradient stays as it is, so that it need not be touched. */
    public boolean skipsZeros() {
        return true;
    }

    /** Starts a step on a batch of so many rows. */
    public void begin(long rows) {
        inverseRows = 1f / rows;
    }

    /** Uses up the gradient of parameters [at, at + count). */
    public void apply(float[] parameters, int at, float[] gradient, int gradientAt, int count) {
        kernels.scale(gradient, gradientAt, inverseRows, count);
        kernels.descend(parameters, at, rates.repeated(), gradient, gradientAt, count);
    }
}
