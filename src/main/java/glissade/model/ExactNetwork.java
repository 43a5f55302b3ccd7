package glissade.model;

import java.util.List;

/**
 * A perceptron in plain double: {@code z = b + W'h}, {@code h = f(z)} of each layer; backwards {@code dW = h delta'},
 * {@code db = delta} and below {@code delta = (W delta) f'(z)}. Plain loops, none of the product's kernels.
 */
final class ExactNetwork implements ExactRows {
    private final Architecture architecture;
    private final Activation activation;
    private final Head head;
    private final double[] parameters;
    /** Where each layer's weights [input][unit] begin; its biases follow. */
    private final int[] weightsAt;

    private final double[][] z;
    private final double[][] h;
    private final double[][] delta;

    ExactNetwork(Architecture architecture, double[] parameters) {
        List<Tensor> tensors = Tensor.of(architecture);
        int layers = architecture.layers();
        this.architecture = architecture;
        this.activation = architecture.model().activation();
        this.head = architecture.model().head();
        this.parameters = parameters;
        this.weightsAt =
                tensors.stream().filter(Tensor::weights).mapToInt(Tensor::from).toArray();
        this.z = new double[layers][];
        this.h = new double[layers][];
        this.delta = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            z[layer] = new double[architecture.outputs(layer)];
            h[layer] = new double[architecture.outputs(layer)];
            delta[layer] = new double[architecture.outputs(layer)];
        }
    }

    @Override
    public double[][] preactivations() {
        return z;
    }

    @Override
    public double loss(double[] features, double target) {
        int last = z.length - 1;
        for (int layer = 0; layer <= last; layer++) {
            preactivate(layer, layer == 0 ? features : h[layer - 1]);
            for (int unit = 0; layer < last && unit < z[layer].length; unit++) {
                h[layer][unit] = activate(z[layer][unit]);
            }
        }
        return ExactHead.loss(head, z[last], target);
    }

    private void preactivate(int layer, double[] below) {
        double[] sums = z[layer];
        int at = weightsAt[layer];
        int biasesAt = at + below.length * sums.length;
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = architecture.model().bias() ? parameters[biasesAt + unit] : 0;
        }
        for (double value : below) {
            // A zero adds nothing; many inputs are mostly zeros.
            for (int unit = 0; value != 0 && unit < sums.length; unit++) {
                sums[unit] += value * parameters[at + unit];
            }
            at += sums.length;
        }
    }

    private double activate(double value) {
        return switch (activation) {
            case IDENTITY -> value;
            case TANH -> StrictMath.tanh(value);
            case RELU -> value > 0 ? value : 0;
            case SIGMOID -> 1 / (1 + StrictMath.exp(-value));
        };
    }

    /** The derivative of the activation, at a unit whose value is known. */
    private double slope(double preactivation, double value) {
        return switch (activation) {
            case IDENTITY -> 1;
            case TANH -> 1 - value * value;
            case RELU -> preactivation > 0 ? 1 : 0;
            case SIGMOID -> value * (1 - value);
        };
    }

    @Override
    public void addGradient(double[] features, double target, double weight, double[] gradient) {
        int last = z.length - 1;
        ExactHead.slope(head, z[last], target, delta[last]);
        for (int unit = 0; unit < delta[last].length; unit++) {
            delta[last][unit] *= weight;
        }
        for (int layer = last; layer > 0; layer--) {
            addLayer(layer, h[layer - 1], gradient);
            descend(layer);
        }
        addLayer(0, features, gradient);
    }

    private void addLayer(int layer, double[] below, double[] gradient) {
        double[] slopes = delta[layer];
        int at = weightsAt[layer];
        for (double value : below) {
            for (int unit = 0; value != 0 && unit < slopes.length; unit++) {
                gradient[at + unit] += value * slopes[unit];
            }
            at += slopes.length;
        }
        for (int unit = 0; architecture.model().bias() && unit < slopes.length; unit++) {
            gradient[at + unit] += slopes[unit];
        }
    }

    /** From the deltas of a layer to those of the one below. */
    private void descend(int layer) {
        int at = weightsAt[layer];
        for (int input = 0; input < delta[layer - 1].length; input++) {
            double sum = 0;
            for (double slope : delta[layer]) {
                sum += parameters[at++] * slope;
            }
            delta[layer - 1][input] = sum * slope(z[layer - 1][input], h[layer - 1][input]);
        }
    }
}
