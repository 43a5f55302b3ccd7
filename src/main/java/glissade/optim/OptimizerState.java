package glissade.optim;

import glissade.numeric.CacheLines;
import glissade.numeric.FloatBytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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

    /** Writes all of it; the moments are as long as the parameters. */
    public void write(int parameters, DataOutput out) throws IOException {
        for (float[] moment : moments) {
            FloatBytes.write(moment, parameters, out);
        }
        for (double[] product : products) {
            for (double each : product) {
                out.writeDouble(each);
            }
        }
    }

    /** Becomes what was written of a state of the same optimizer, parameters and lanes. */
    public void read(int parameters, DataInput in) throws IOException {
        for (float[] moment : moments) {
            FloatBytes.read(moment, parameters, in);
        }
        for (double[] product : products) {
            for (int lane = 0; lane < product.length; lane++) {
                product[lane] = in.readDouble();
            }
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
