package glissade.model;

import java.util.Arrays;

/**
 * Each lane's squared norm of a layer's weights or biases: eight strided chains by logical index joined in a fixed tree, in
 * double. Keeps its chains from call to call; not for two threads at once.
 */
public final class SquaredNorms {
    private static final int CHAINS = 8;

    private final ParameterLayout layout;
    private final int lanes;
    private final double[] chains;

    public SquaredNorms(ParameterLayout layout) {
        this.layout = layout;
        this.lanes = layout.lanes();
        this.chains = new double[CHAINS * lanes];
    }

    /** Adds those of a layer's weights, or of its biases, to the sums. */
    public void add(float[] values, int layer, boolean weights, double[] squares) {
        Arrays.fill(chains, 0);
        int rows = weights ? layout.architecture().inputs(layer) : 1;
        int first = weights ? layout.weightsAt(layer) : layout.biasesAt(layer);
        for (int row = 0, chain = 0; row < rows; row++) {
            chain = addRow(
                    values,
                    first + row * layout.stride(layer),
                    layout.architecture().outputs(layer),
                    chain);
        }
        join(squares);
    }

    /** Adds a row of units, the first of them to a given chain; returns the chain of what comes next. */
    private int addRow(float[] values, int first, int units, int firstChain) {
        int chain = firstChain;
        for (int at = first; at < first + units * layout.width(); at += layout.width()) {
            for (int lane = 0; lane < lanes; lane++) {
                double value = values[at + lane];
                chains[chain * lanes + lane] += value * value;
            }
            chain = (chain + 1) % CHAINS;
        }
        return chain;
    }

    private void join(double[] squares) {
        for (int half = CHAINS / 2 * lanes; half >= lanes; half /= 2) {
            for (int i = 0; i < half; i++) {
                chains[i] += chains[i + half];
            }
        }
        for (int lane = 0; lane < lanes; lane++) {
            squares[lane] += chains[lane];
        }
    }
}
