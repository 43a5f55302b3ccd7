package glissade.model;

/**
 * The same models in plain double, row by row, from the textbook: {@code z = b + W'h}, {@code h = f(z)}, a head's loss of
 * the last z, the chain rule backwards. Shares nothing with the product but the logical order of parameters.
 */
public final class DoubleNetwork {
    private final Architecture architecture;
    private final double[] parameters;

    /** Where each layer begins. */
    private final int[] starts;

    public DoubleNetwork(Architecture architecture) {
        this.architecture = architecture;
        this.parameters = new double[architecture.parameters()];
        this.starts = new int[architecture.layers()];
        for (int layer = 1; layer < starts.length; layer++) {
            starts[layer] = starts[layer - 1] + architecture.rows(layer - 1) * architecture.outputs(layer - 1);
        }
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

    private int weight(int layer, int input, int unit) {
        return starts[layer] + input * architecture.outputs(layer) + unit;
    }

    private boolean hasBias() {
        return architecture.model().bias();
    }

    private int bias(int layer, int unit) {
        return weight(layer, architecture.inputs(layer), unit);
    }

    /** Pre-activations of a layer on the activations below it. */
    private double[] preactivations(int layer, double[] below) {
        double[] z = new double[architecture.outputs(layer)];
        for (int unit = 0; unit < z.length; unit++) {
            z[unit] = hasBias() ? parameters[bias(layer, unit)] : 0;
            for (int input = 0; input < below.length; input++) {
                z[unit] += below[input] * parameters[weight(layer, input, unit)];
            }
        }
        return z;
    }

    private double activation(double z) {
        return switch (architecture.model().activation()) {
            case IDENTITY -> z;
            case TANH -> StrictMath.tanh(z);
            case RELU -> z > 0 ? z : 0;
            case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
        };
    }

    private double slope(double z) {
        double h = activation(z);
        return switch (architecture.model().activation()) {
            case IDENTITY -> 1;
            case TANH -> 1 - h * h;
            case RELU -> z > 0 ? 1 : 0;
            case SIGMOID -> h * (1 - h);
        };
    }

    private double[] activations(double[] z) {
        double[] h = new double[z.length];
        for (int unit = 0; unit < z.length; unit++) {
            h[unit] = activation(z[unit]);
        }
        return h;
    }

    /** Pre-activations of every layer; the last are the logits. */
    private double[][] forward(double[] x) {
        double[][] z = new double[architecture.layers()][];
        for (int layer = 0; layer < z.length; layer++) {
            z[layer] = preactivations(layer, layer == 0 ? x : activations(z[layer - 1]));
        }
        return z;
    }

    private static double[] probabilities(double[] logits) {
        double sum = 0;
        double[] p = new double[logits.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = StrictMath.exp(logits[i]);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    private double[] outputs(double[] x) {
        return forward(x)[architecture.layers() - 1];
    }

    /** What a perfect output would be under a squared error. */
    private double[] wanted(double target, int outputs) {
        double[] wanted = {target};
        if (outputs > 1) {
            wanted = new double[outputs];
            wanted[(int) target] = 1;
        }
        return wanted;
    }

    /** The loss of a row; the target is a class or a value. */
    public double loss(double[] x, double target) {
        double[] z = outputs(x);
        return switch (architecture.model().head()) {
            case SOFTMAX -> -StrictMath.log(probabilities(z)[(int) target]);
            case BINARY -> StrictMath.log(1 + StrictMath.exp(target == 1 ? -z[0] : z[0]));
            case MSE, HALF_MSE -> {
                double sum = 0;
                for (int i = 0; i < z.length; i++) {
                    double error = z[i] - wanted(target, z.length)[i];
                    sum += error * error;
                }
                yield sum;
            }
        };
    }

    /** The slope of what is descended along each output: of half the loss where the head says so. */
    private double[] delta(double[] z, double target) {
        double[] delta = z.clone();
        switch (architecture.model().head()) {
            case SOFTMAX -> {
                delta = probabilities(z);
                delta[(int) target] -= 1;
            }
            case BINARY -> delta[0] = 1 / (1 + StrictMath.exp(-z[0])) - target;
            case MSE, HALF_MSE -> {
                for (int i = 0; i < z.length; i++) {
                    double error = z[i] - wanted(target, z.length)[i];
                    delta[i] = architecture.model().head() == Head.MSE ? 2 * error : error;
                }
            }
        }
        return delta;
    }

    public boolean isRight(double[] x, double target) {
        double[] z = outputs(x);
        if (z.length == 1) {
            return z[0] > 0 == (target == 1);
        }
        int best = 0;
        for (int i = 1; i < z.length; i++) {
            best = z[i] > z[best] ? i : best;
        }
        return best == (int) target;
    }

    /** Adds the gradient of one row's loss. */
    public void addGradient(double[] x, double target, double[] gradient) {
        double[][] z = forward(x);
        int head = z.length - 1;
        double[] delta = delta(z[head], target);
        for (int layer = head; layer >= 0; layer--) {
            double[] below = layer == 0 ? x : activations(z[layer - 1]);
            double[] next = new double[below.length];
            for (int unit = 0; unit < delta.length; unit++) {
                if (hasBias()) {
                    gradient[bias(layer, unit)] += delta[unit];
                }
                for (int input = 0; input < below.length; input++) {
                    gradient[weight(layer, input, unit)] += below[input] * delta[unit];
                    next[input] += parameters[weight(layer, input, unit)] * delta[unit];
                }
            }
            for (int input = 0; layer > 0 && input < next.length; input++) {
                next[input] *= slope(z[layer - 1][input]);
            }
            delta = next;
        }
    }

    /** How near a hidden pre-activation is to 0, where relu has no derivative. */
    public double distanceToKink(double[] x) {
        double[][] z = forward(x);
        double nearest = Double.POSITIVE_INFINITY;
        for (int layer = 0; layer < z.length - 1; layer++) {
            for (double value : z[layer]) {
                nearest = Math.min(nearest, Math.abs(value));
            }
        }
        return nearest;
    }
}
