package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.Kernels;

/**
 * A perceptron, or a linear model when nothing is hidden: {@code z_l = b_l + h_(l-1) W_l}, {@code h_l = activation(z_l)},
 * a head on top; backwards from the head's delta {@code dW_l = h_(l-1)' delta_l}, {@code delta_(l-1) = (delta_l
 * W_l') * activation'}. Holds the buffers of a tile of rows; nothing is allocated.
 */
final class Network implements Model {
    private final ParameterLayout layout;
    private final Architecture architecture;
    private final Kernels kernels;
    /** Pre-activations, then activations, of each layer; the head's become its deltas. */
    private final float[][] outputs;
    /** Deltas of each hidden layer. */
    private final float[][] deltas;

    private final HeadLoss head;
    private final float[] transposed;
    private final InputLayer input;

    Network(ParameterLayout layout, Kernels kernels, int tileRows, float[] classWeights) {
        this.layout = layout;
        this.architecture = layout.architecture();
        this.kernels = kernels;
        int layers = architecture.layers();
        outputs = new float[layers][];
        deltas = new float[layers][];
        int largestTranspose = 0;
        for (int layer = 0; layer < layers; layer++) {
            outputs[layer] = new float[tileRows * layout.stride(layer)];
            if (layer > 0 && layout.width() == 1) {
                largestTranspose = Math.max(largestTranspose, architecture.outputs(layer) * layout.stride(layer - 1));
            }
            deltas[layer] = layer == layers - 1 ? outputs[layer] : new float[tileRows * layout.stride(layer)];
        }
        head = new HeadLoss(layout, kernels, tileRows, classWeights);
        transposed = new float[largestTranspose];
        input = new InputLayer(layout, kernels);
    }

    @Override
    public void forward(Block block, int[] rows, int count, float[] parameters, LossSums sums) {
        head.apply(outputs(block, rows, count, parameters), block.targets(), rows, count, sums);
    }

    /** The outputs of the last layer, before the head turns them into deltas. */
    float[] outputs(Block block, int[] rows, int count, float[] parameters) {
        input.forward(block, rows, count, parameters, outputs[0]);
        for (int layer = 1; layer < architecture.layers(); layer++) {
            activate(outputs[layer - 1], count * layout.stride(layer - 1));
            hiddenForward(layer, count, parameters);
        }
        return outputs[architecture.layers() - 1];
    }

    HeadLoss head() {
        return head;
    }

    @Override
    public void gradient(Block block, int[] rows, int count, float[] parameters, LossSums sums, GradientSink sink) {
        forward(block, rows, count, parameters, sums);
        head.weigh(outputs[architecture.layers() - 1], count);
        for (int layer = architecture.layers() - 1; layer > 0; layer--) {
            backward(layer, count, parameters);
            hiddenGradient(layer, count, sink);
            biasGradient(layer, count, sink);
        }
        input.gradient(block, rows, count, deltas[0], sink);
        biasGradient(0, count, sink);
    }

    private void activate(float[] z, int count) {
        switch (architecture.model().activation()) {
            case IDENTITY -> {}
            case TANH -> kernels.tanh(z, count);
            case RELU -> kernels.relu(z, count);
            case SIGMOID -> kernels.sigmoid(z, count);
        }
    }

    private void hiddenForward(int layer, int count, float[] parameters) {
        int width = layout.width();
        if (width == 1) {
            kernels.denseForward(
                    outputs[layer - 1],
                    layout.stride(layer - 1),
                    architecture.inputs(layer),
                    null,
                    count,
                    parameters,
                    layout.weightsAt(layer),
                    layout.biasesAt(layer),
                    layout.stride(layer),
                    outputs[layer]);
        } else {
            kernels.laneForward(
                    outputs[layer - 1],
                    layout.stride(layer - 1),
                    architecture.inputs(layer),
                    count,
                    parameters,
                    layout.weightsAt(layer),
                    layout.biasesAt(layer),
                    layout.stride(layer),
                    architecture.outputs(layer),
                    width,
                    outputs[layer]);
        }
    }

    /** From the deltas of a layer to those of the one below. */
    private void backward(int layer, int count, float[] parameters) {
        int below = layout.stride(layer - 1);
        if (layout.width() == 1) {
            transpose(layer, parameters);
            kernels.denseForward(
                    deltas[layer],
                    layout.stride(layer),
                    architecture.outputs(layer),
                    null,
                    count,
                    transposed,
                    0,
                    -1,
                    below,
                    deltas[layer - 1]);
        } else {
            kernels.laneBackward(
                    deltas[layer],
                    layout.stride(layer),
                    architecture.outputs(layer),
                    count,
                    parameters,
                    layout.weightsAt(layer),
                    architecture.inputs(layer),
                    below,
                    layout.width(),
                    deltas[layer - 1]);
        }
        float[] h = outputs[layer - 1];
        switch (architecture.model().activation()) {
            case IDENTITY -> {}
            case TANH -> kernels.tanhBackward(h, deltas[layer - 1], count * below);
            case RELU -> kernels.reluBackward(h, deltas[layer - 1], count * below);
            case SIGMOID -> kernels.sigmoidBackward(h, deltas[layer - 1], count * below);
        }
    }

    /** A single lane's weights on their side, so that vectors run along the units below: its padding stays zero. */
    private void transpose(int layer, float[] parameters) {
        int stride = layout.stride(layer);
        int below = layout.stride(layer - 1);
        for (int input = 0; input < architecture.inputs(layer); input++) {
            int row = layout.weightsAt(layer) + input * stride;
            for (int unit = 0; unit < architecture.outputs(layer); unit++) {
                transposed[unit * below + input] = parameters[row + unit];
            }
        }
    }

    private void hiddenGradient(int layer, int count, GradientSink sink) {
        int stride = layout.stride(layer);
        int rows = Slices.rows(stride);
        for (int from = 0; from < architecture.inputs(layer); from += rows) {
            int to = Math.min(from + rows, architecture.inputs(layer));
            int at = layout.weightsAt(layer) + from * stride;
            int slot = sink.keeps() ? at : 0;
            if (layout.width() == 1) {
                kernels.denseGradient(
                        outputs[layer - 1],
                        layout.stride(layer - 1),
                        null,
                        count,
                        from,
                        to,
                        deltas[layer],
                        stride,
                        sink.gradient(),
                        slot,
                        sink.resumes(),
                        sink.factor());
            } else {
                kernels.laneGradient(
                        outputs[layer - 1],
                        layout.stride(layer - 1),
                        from,
                        to,
                        count,
                        deltas[layer],
                        stride,
                        architecture.outputs(layer),
                        layout.width(),
                        sink.gradient(),
                        slot,
                        sink.resumes(),
                        sink.factor());
            }
            sink.finished(at, slot, (to - from) * stride, true);
        }
    }

    private void biasGradient(int layer, int count, GradientSink sink) {
        if (!architecture.model().bias()) {
            return;
        }
        int at = layout.biasesAt(layer);
        int slot = sink.keeps() ? at : 0;
        kernels.biasGradient(
                deltas[layer], count, layout.stride(layer), sink.gradient(), slot, sink.resumes(), sink.factor());
        sink.finished(at, slot, layout.stride(layer), false);
    }
}
