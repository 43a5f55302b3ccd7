package glissade.model;

import glissade.numeric.Kernels;

/** Turns a tile's outputs into their deltas, the slope of each row's loss, and adds the losses. */
final class HeadLoss {
    private final ParameterLayout layout;
    private final Kernels kernels;
    private final Head head;
    private final int stride;
    private final int units;
    private final int[] labels;
    private final float[] targets;
    private final float[] losses;
    private final float[] correct;
    /** By class; null where rows are not weighted. */
    private final float[] classWeights;

    private final float[] rowWeights;

    HeadLoss(ParameterLayout layout, Kernels kernels, int tileRows, float[] classWeights) {
        Architecture architecture = layout.architecture();
        int layer = architecture.layers() - 1;
        this.layout = layout;
        this.kernels = kernels;
        this.head = architecture.model().head();
        this.stride = layout.stride(layer);
        this.units = architecture.outputs(layer);
        this.labels = new int[tileRows];
        this.targets = new float[tileRows];
        this.losses = new float[tileRows * layout.width()];
        this.correct = new float[tileRows * layout.width()];
        this.classWeights = classWeights;
        this.rowWeights = new float[classWeights == null ? 0 : tileRows];
    }

    void apply(float[] z, float[] blockTargets, int[] rows, int count, LossSums sums) {
        for (int i = 0; i < count; i++) {
            targets[i] = blockTargets[rows[i]];
            labels[i] = (int) targets[i];
        }
        int width = layout.width();
        switch (head) {
            case SOFTMAX -> kernels.softmax(z, stride, units, width, labels, count, losses, correct);
            case BINARY -> kernels.binary(z, stride, width, targets, count, losses, correct);
            case MSE -> squared(z, count, 2f);
            case HALF_MSE -> squared(z, count, 1f);
        }
        sums.addRows(losses, correct, count, width);
        if (classWeights != null) {
            for (int i = 0; i < count; i++) {
                rowWeights[i] = classWeights[labels[i]];
            }
            sums.addWeighted(losses, rowWeights, count, width);
        }
    }

    /** The loss of a row of the tile just applied, for the only lane. */
    float loss(int row) {
        return losses[row];
    }

    /** Multiplies the deltas of the tile just applied by their rows' weights, where there are any. */
    void weigh(float[] delta, int count) {
        for (int i = 0; classWeights != null && i < count; i++) {
            kernels.scale(delta, i * stride, rowWeights[i], units * layout.width());
        }
    }

    private void squared(float[] z, int count, float slope) {
        if (units > 1) {
            kernels.squaredClasses(z, stride, units, layout.width(), labels, slope, count, losses, correct);
        } else {
            kernels.squared(z, stride, layout.width(), targets, slope, count, losses);
        }
    }
}
