package glissade.model;

import glissade.numeric.CacheLines;
import glissade.numeric.Kernels;

/**
 * Where the parameters of a cohort lie in one array: from a {@link CacheLines cache line} on, layer by layer, weights
 * [input][unit][lane], then biases [unit][lane]. A row of weights takes {@code stride(layer)} floats.
 *
 * <p>A single lane has width 1, several are padded to a multiple of {@value #GROUP}, and so is every row: no vector of up
 * to {@value #GROUP} floats ever straddles two rows or two units. The layout is therefore the same on every machine. The
 * <em>logical</em> order of one trial's parameters is the same without lanes and padding, and without biases where the
 * model has none (their place then holds zeros).
 */
public final class ParameterLayout {
    /** Floats to which lanes and rows are padded. */
    public static final int GROUP = Kernels.WIDEST_VECTOR;

    private final Architecture architecture;
    private final int lanes;
    private final int width;
    private final int[] weightsAt;
    private final int[] biasesAt;
    private final int size;

    public ParameterLayout(Architecture architecture, int lanes) {
        this.architecture = architecture;
        this.lanes = lanes;
        this.width = lanes == 1 ? 1 : padded(lanes);
        this.weightsAt = new int[architecture.layers()];
        this.biasesAt = new int[architecture.layers()];
        long next = CacheLines.START;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            weightsAt[layer] = Math.toIntExact(next);
            next += (long) architecture.inputs(layer) * stride(layer);
            biasesAt[layer] = Math.toIntExact(next);
            next += stride(layer);
        }
        this.size = Math.toIntExact(next);
    }

    private static int padded(int count) {
        return (count + GROUP - 1) / GROUP * GROUP;
    }

    public Architecture architecture() {
        return architecture;
    }

    public int lanes() {
        return lanes;
    }

    /** Floats a unit takes: its lanes and their padding. */
    public int width() {
        return width;
    }

    /** Floats a row of a layer takes. */
    public int stride(int layer) {
        return padded(architecture.outputs(layer) * width);
    }

    /** The longest row. */
    public int largestStride() {
        int largest = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            largest = Math.max(largest, stride(layer));
        }
        return largest;
    }

    public int weightsAt(int layer) {
        return weightsAt[layer];
    }

    public int biasesAt(int layer) {
        return biasesAt[layer];
    }

    /** Length of the whole array, if not longer. */
    public int size() {
        return size;
    }

    /** Copies one lane into logical order. */
    public void read(float[] parameters, int lane, float[] logical) {
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            for (int input = 0; input < architecture.rows(layer); input++) {
                int row = weightsAt[layer] + input * stride(layer) + lane;
                for (int unit = 0; unit < architecture.outputs(layer); unit++) {
                    logical[next++] = parameters[row + unit * width];
                }
            }
        }
    }

    /** Copies one lane from logical order. */
    public void write(float[] logical, int lane, float[] parameters) {
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            for (int input = 0; input < architecture.rows(layer); input++) {
                int row = weightsAt[layer] + input * stride(layer) + lane;
                for (int unit = 0; unit < architecture.outputs(layer); unit++) {
                    parameters[row + unit * width] = logical[next++];
                }
            }
        }
    }
}
