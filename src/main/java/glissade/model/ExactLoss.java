package glissade.model;

import glissade.numeric.Block;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What training descends, on a few rows, in plain double and straight from the formulas: the mean loss of the rows, each
 * times the weight of its class if there are any, and {@code decay / 2} times the sum of squared weights. It shares no
 * arithmetic with {@link Model}, so that each can be held against the other. Only what is descended counts here: of {@code
 * half-mse}, the half.
 */
public final class ExactLoss {
    private final double[] parameters;
    private final ExactRows model;
    private final double[][] features;
    private final double[] targets;
    private final double decay;
    /** What the penalty is on. */
    private final List<Tensor> penalised;
    /** Layers whose units have a kink at 0. */
    private final int rectifiedLayers;

    /** Of each row: the weight of its class, 1 where there are no weights. */
    private final double[] weights;

    private final double[] losses;
    private final BitSet active = new BitSet();

    /** Of some rows of a block, at parameters that are all 0 until they are set. */
    public ExactLoss(Architecture architecture, Block block, int[] rows, double decay) {
        this(architecture, block, rows, decay, null);
    }

    /** The same with weights by class, or null. */
    public ExactLoss(Architecture architecture, Block block, int[] rows, double decay, float[] classWeights) {
        ModelSpec spec = architecture.model();
        this.parameters = new double[architecture.parameters()];
        this.model = spec.type() == ModelSpec.Type.SURFACE
                ? new ExactSurface(spec, parameters)
                : new ExactNetwork(architecture, parameters);
        this.features = new double[rows.length][];
        this.targets = new double[rows.length];
        this.losses = new double[rows.length];
        this.weights = new double[rows.length];
        this.decay = decay;
        this.penalised = decay == 0
                ? List.of()
                : Tensor.of(architecture).stream().filter(Tensor::weights).toList();
        this.rectifiedLayers = spec.activation() == Activation.RELU ? architecture.layers() - 1 : 0;
        for (int i = 0; i < rows.length; i++) {
            features[i] = features(block, rows[i]);
            targets[i] = block.targets()[rows[i]];
            weights[i] = classWeights == null ? 1 : classWeights[(int) targets[i]];
        }
    }

    private static double[] features(Block block, int row) {
        double[] values = new double[block.width()];
        if (block.isSparse()) {
            for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
                values[block.columns()[entry]] = block.values()[entry];
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = block.values()[row * values.length + i];
            }
        }
        return values;
    }

    /** In logical order; may be changed. */
    public double[] parameters() {
        return parameters;
    }

    public void set(float[] values) {
        for (int i = 0; i < values.length; i++) {
            parameters[i] = values[i];
        }
    }

    public int rows() {
        return targets.length;
    }

    /** Each row's loss with the penalty, so that their mean is what is descended; good until the next call. */
    public double[] losses() {
        double penalty = penalty();
        active.clear();
        int bit = 0;
        for (int row = 0; row < losses.length; row++) {
            losses[row] = weights[row] * model.loss(features[row], targets[row]) + penalty;
            for (int layer = 0; layer < rectifiedLayers; layer++) {
                for (double value : model.preactivations()[layer]) {
                    active.set(bit++, value > 0);
                }
            }
        }
        return losses;
    }

    private double penalty() {
        double squares = 0;
        for (Tensor tensor : penalised) {
            for (int i = tensor.from(); i < tensor.end(); i++) {
                squares += parameters[i] * parameters[i];
            }
        }
        return decay / 2 * squares;
    }

    /** Which rectifiers were on for which row when the losses were last taken: where that changes, the loss has a kink. */
    public BitSet active() {
        return active;
    }

    /** The mean of the rows' losses, with the penalty. */
    public double value() {
        double sum = 0;
        for (double loss : losses()) {
            sum += loss;
        }
        return sum / losses.length;
    }

    /** Writes the gradient of that by backpropagation. */
    public void gradient(double[] gradient) {
        Arrays.fill(gradient, 0);
        for (int row = 0; row < targets.length; row++) {
            model.loss(features[row], targets[row]);
            model.addGradient(features[row], targets[row], weights[row], gradient);
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= targets.length;
        }
        for (Tensor tensor : penalised) {
            for (int i = tensor.from(); i < tensor.end(); i++) {
                gradient[i] += decay * parameters[i];
            }
        }
    }

    /** How near a rectifier of a row is to its kink without being exactly there; infinite if there is none. */
    public double distanceToKink(int row) {
        model.loss(features[row], targets[row]);
        double nearest = Double.POSITIVE_INFINITY;
        for (int layer = 0; layer < rectifiedLayers; layer++) {
            for (double value : model.preactivations()[layer]) {
                nearest = value == 0 ? nearest : Math.min(nearest, Math.abs(value));
            }
        }
        return nearest;
    }

    /** The largest magnitude of a pre-activation, 0 where there are none. */
    public double largestPreactivation() {
        double largest = 0;
        for (int row = 0; row < targets.length; row++) {
            model.loss(features[row], targets[row]);
            for (double[] layer : model.preactivations()) {
                largest = Math.max(largest, largest(layer));
            }
        }
        return largest;
    }

    /** The largest magnitude of a feature. */
    public double largestFeature() {
        double largest = 0;
        for (double[] row : features) {
            largest = Math.max(largest, largest(row));
        }
        return largest;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
