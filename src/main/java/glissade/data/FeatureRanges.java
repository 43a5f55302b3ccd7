package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;
import java.util.Arrays;

/** The least and the largest value of every feature, and how many are not 0: the same in any order. */
final class FeatureRanges implements Serializable {
    private static final long serialVersionUID = 1;

    private final float[] least;
    private final float[] largest;
    private final long[] nonZeros;
    private long rows;

    FeatureRanges(int width) {
        least = new float[width];
        largest = new float[width];
        nonZeros = new long[width];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    }

    /** Adds a row, which is the given one of the training rows. */
    void add(Block from, int row, long place) {
        if (from.isSparse()) {
            for (int entry = from.starts()[row]; entry < from.starts()[row + 1]; entry++) {
                add(from.columns()[entry], from.values()[entry], place);
            }
        } else {
            for (int feature = 0; feature < least.length; feature++) {
                add(feature, from.values()[row * least.length + feature], place);
            }
        }
        rows++;
    }

    private void add(int feature, float value, long place) {
        RowCheck.checkFeature(Split.TRAIN, place, feature, value);
        if (value != 0f) {
            nonZeros[feature]++;
            least[feature] = Math.min(least[feature], value);
            largest[feature] = Math.max(largest[feature], value);
        }
    }

    void add(FeatureRanges other) {
        for (int feature = 0; feature < least.length; feature++) {
            least[feature] = Math.min(least[feature], other.least[feature]);
            largest[feature] = Math.max(largest[feature], other.largest[feature]);
            nonZeros[feature] += other.nonZeros[feature];
        }
        rows += other.rows;
    }

    double least(int feature) {
        return nonZeros[feature] < rows ? Math.min(least[feature], 0f) : least[feature];
    }

    double largest(int feature) {
        return nonZeros[feature] < rows ? Math.max(largest[feature], 0f) : largest[feature];
    }

    boolean isConstant(int feature) {
        return least(feature) == largest(feature);
    }

    long rows() {
        return rows;
    }

    long nonZeros(int feature) {
        return nonZeros[feature];
    }

    long nonZeros() {
        return Arrays.stream(nonZeros).sum();
    }
}
