package glissade.model;

import glissade.numeric.Block;
import glissade.numeric.CacheLines;
import glissade.numeric.Elementary;
import glissade.numeric.Kernels;

/**
 * One trained model on rows: class and probabilities, or value, and the loss where the target is known. The forward pass is
 * that of evaluations, bit for bit, so that the losses of rows sum up to the loss of a trial, and rows whose class is their
 * target to its accuracy. Not for two threads at once.
 */
public final class Scorer {
    /** The class of a row for which the outputs name none: one of them is not a number. Such a row is predicted wrong. */
    public static final int NO_CLASS = -1;

    /** Rows at a time. */
    public static final int MOST_ROWS = 256;

    private final Architecture architecture;
    private final ParameterLayout layout;
    private final float[] parameters;
    private final Network network;
    private final LossSums sums = new LossSums(1);
    private final int[] rows = new int[MOST_ROWS];
    private final int probabilities;
    private final float[] scores;
    private final int[] classes = new int[MOST_ROWS];
    private final float[] losses = new float[MOST_ROWS];

    /** With parameters in logical order. */
    public Scorer(Architecture architecture, float[] logical, Kernels kernels) {
        if (architecture.model().type() == ModelSpec.Type.SURFACE) {
            throw new IllegalArgumentException("a surface predicts nothing");
        }
        this.architecture = architecture;
        this.layout = new ParameterLayout(architecture, 1);
        this.parameters = CacheLines.floats(layout.size());
        layout.write(logical, 0, parameters);
        this.network = new Network(layout, kernels, MOST_ROWS, null);
        this.probabilities = probabilities(architecture);
        this.scores = new float[MOST_ROWS * Math.max(1, probabilities)];
    }

    /** How many probabilities a row has: one a class, where the head makes any; else 0. */
    public static int probabilities(Architecture architecture) {
        return switch (architecture.model().head()) {
            case SOFTMAX -> architecture.classes();
            case BINARY -> 2;
            case MSE, HALF_MSE -> 0;
        };
    }

    public Architecture architecture() {
        return architecture;
    }

    /** Scores some rows of a block, at most {@link #MOST_ROWS}; a target that is not known is NaN. */
    public void score(Block block, int from, int count) {
        for (int i = 0; i < count; i++) {
            rows[i] = from + i;
        }
        float[] z = network.outputs(block, rows, count, parameters);
        int stride = layout.stride(architecture.layers() - 1);
        for (int i = 0; i < count; i++) {
            classes[i] = read(z, i * stride, i * probabilities, i);
        }
        network.head().apply(z, block.targets(), rows, count, sums);
        for (int i = 0; i < count; i++) {
            losses[i] = Float.isNaN(block.targets()[from + i])
                    ? Float.NaN
                    : network.head().loss(i);
        }
    }

    /** Takes what a row's outputs say; its class. */
    private int read(float[] z, int at, int scoresAt, int row) {
        switch (architecture.model().head()) {
            case SOFTMAX -> {
                return softmax(z, at, scoresAt);
            }
            case BINARY -> {
                scores[scoresAt] = Elementary.sigmoid(-z[at]);
                scores[scoresAt + 1] = Elementary.sigmoid(z[at]);
                return Float.isNaN(z[at]) ? NO_CLASS : z[at] > 0f ? 1 : 0;
            }
            case MSE, HALF_MSE -> {
                scores[row] = z[at];
                return architecture.classifies() ? largest(z, at) : NO_CLASS;
            }
        }
        throw new IllegalStateException();
    }

    /** The steps of the kernel, without a label. */
    private int softmax(float[] z, int at, int scoresAt) {
        float max = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < probabilities; c++) {
            max = z[at + c] > max ? z[at + c] : max;
        }
        float sum = 0f;
        for (int c = 0; c < probabilities; c++) {
            scores[scoresAt + c] = Elementary.exp(z[at + c] - max);
            sum += scores[scoresAt + c];
        }
        float inverse = 1f / sum;
        for (int c = 0; c < probabilities; c++) {
            scores[scoresAt + c] *= inverse;
        }
        return Float.isNaN(sum) ? NO_CLASS : largest(z, at);
    }

    /** The first of the largest outputs; {@link #NO_CLASS} if one is NaN. */
    private int largest(float[] z, int at) {
        int best = NO_CLASS;
        float max = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < architecture.classes(); c++) {
            if (Float.isNaN(z[at + c])) {
                return NO_CLASS;
            }
            if (z[at + c] > max) {
                max = z[at + c];
                best = c;
            }
        }
        return best;
    }

    /** The loss of a row just scored; NaN where its target is not known. */
    public float loss(int row) {
        return losses[row];
    }

    /** The class of a row just scored, or {@link #NO_CLASS}. */
    public int predictedClass(int row) {
        return classes[row];
    }

    /** The probability of a class, for a row just scored. */
    public float probability(int row, int number) {
        return scores[row * probabilities + number];
    }

    /** The value of a row just scored, by a model that predicts one. */
    public float value(int row) {
        return scores[row];
    }
}
