package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;

/**
 * Sums over training rows, feature by feature: of x, or of (x - mean)^2. Within a block of 4,096 rows of canonical order each
 * is a chain over the rows in which x is not 0, to which the others are added at the end; blocks are joined as {@link
 * PairwiseSums}.
 */
final class FeatureSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final int width;
    /** Null where x itself is summed. */
    private final double[] means;

    private final PairwiseSums blocks;
    private final int[] nonZeros;
    private double[] block;
    private int rows;

    /** From the given block on. */
    FeatureSums(int width, double[] means, long firstBlock) {
        this.width = width;
        this.means = means;
        blocks = new PairwiseSums(firstBlock);
        nonZeros = new int[width];
        block = new double[width];
    }

    void add(Block from, int row) {
        if (from.isSparse()) {
            for (int entry = from.starts()[row]; entry < from.starts()[row + 1]; entry++) {
                add(from.columns()[entry], from.values()[entry]);
            }
        } else {
            for (int feature = 0; feature < width; feature++) {
                add(feature, from.values()[row * width + feature]);
            }
        }
        if (++rows == BlockCutter.BLOCK_ROWS) {
            endBlock();
        }
    }

    private void add(int feature, float value) {
        if (value == 0f) {
            return;
        }
        if (means == null) {
            block[feature] += value;
        } else {
            double deviation = value - means[feature];
            block[feature] += deviation * deviation;
            nonZeros[feature]++;
        }
    }

    private void endBlock() {
        for (int feature = 0; means != null && feature < width; feature++) {
            block[feature] += (rows - nonZeros[feature]) * (means[feature] * means[feature]);
            nonZeros[feature] = 0;
        }
        blocks.add(block);
        block = new double[width];
        rows = 0;
    }

    /** After the last row of a stretch. */
    FeatureSums finish() {
        if (rows > 0) {
            endBlock();
        }
        return this;
    }

    /** Adds the stretch that follows. */
    void add(FeatureSums following) {
        blocks.add(following.blocks);
    }

    double[] total() {
        return blocks.total();
    }
}
