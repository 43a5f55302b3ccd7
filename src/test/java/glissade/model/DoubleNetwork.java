package glissade.model;

/**
 * A model in plain double, row by row, as reference trainers want it. The formulas are those of {@link ExactNetwork}, which
 * shares nothing with the kernels but the logical order of parameters, and whose gradients are checked against differences.
 */
public final class DoubleNetwork {
    private final Architecture architecture;
    private final double[] parameters;
    private final ExactNetwork network;

    public DoubleNetwork(Architecture architecture) {
        this.architecture = architecture;
        this.parameters = new double[architecture.parameters()];
        this.network = new ExactNetwork(architecture, parameters);
    }

    /** Layer by layer, weights [input][unit], then biases; may be changed. */
    public double[] parameters() {
        return parameters;
    }

    public void set(float[] values) {
        for (int i = 0; i < values.length; i++) {
            parameters[i] = values[i];
        }
    }

    /** The loss of a row as it is reported, in full even where half of it is descended; the target is a class or a value. */
    public double loss(double[] x, double target) {
        double descended = network.loss(x, target);
        return architecture.model().head() == Head.HALF_MSE ? 2 * descended : descended;
    }

    public boolean isRight(double[] x, double target) {
        network.loss(x, target);
        double[] z = network.preactivations()[architecture.layers() - 1];
        if (z.length == 1) {
            return z[0] > 0 == (target == 1);
        }
        int best = 0;
        for (int i = 1; i < z.length; i++) {
            best = z[i] > z[best] ? i : best;
        }
        return best == (int) target;
    }

    /** Adds the gradient of what is descended of one row. */
    public void addGradient(double[] x, double target, double[] gradient) {
        network.loss(x, target);
        network.addGradient(x, target, 1, gradient);
    }
}
