package glissade.optim;

import glissade.numeric.CacheLines;
import java.io.Serializable;
import java.util.Arrays;

/** What an optimizer keeps from step to step for a cohort. */
public final class OptimizerState implements Serializable {
    private static final long serialVersionUID = 1;

    private final float[][] moments;
    private final double[][] products;

    /** The state before the first step: moments 0, products 1. */
    public OptimizerState(Optimizer optimizer, int parameters, int lanes) {
        moments = new float[optimizer.moments()][];
        Arrays.setAll(moments, i -> CacheLines.floats(parameters));
        products = new double[optimizer.products()][lanes];
        for (double[] product : products) {
            Arrays.fill(product, 1);
        }
    }

    public int moments() {
        return moments.length;
    }

    /** Moment i, laid out like the parameters. */
    public float[] moment(int i) {
        return moments[i];
    }

    public int products() {
        return products.length;
    }

    /** Product i, one number a lane. */
    public double[] product(int i) {
        return products[i];
    }

    /** Multiplies a lane's product: the running beta^t. */
    double multiply(int i, int lane, double factor) {
        products[i][lane] *= factor;
        return products[i][lane];
    }
}
