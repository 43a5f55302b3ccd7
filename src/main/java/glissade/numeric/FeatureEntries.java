package glissade.numeric;

import java.util.Arrays;

/**
 * A batch of sparse rows turned on its side: for each feature, the rows of the batch that have it, ascending, with their
 * values. Built in O(entries) by a counting sort over the features that occur; reused from batch to batch.
 */
public final class FeatureEntries {
    private final int[] starts;
    private final int[] ends;
    private int[] features = new int[0];
    private int featureCount;
    private int[] rows = new int[0];
    private float[] values = new float[0];

    public FeatureEntries(int width) {
        starts = new int[width];
        ends = new int[width];
    }

    /** Takes rows rowIndices[from .. from + count) of a sparse block as rows 0 .. count. */
    public void gather(Block block, int[] rowIndices, int count) {
        clear();
        int[] columns = block.columns();
        int[] rowStarts = block.starts();
        int total = countEntries(columns, rowStarts, rowIndices, count);
        reserve(total);
        int next = 0;
        for (int i = 0; i < featureCount; i++) {
            int feature = features[i];
            int occurrences = ends[feature];
            starts[feature] = next;
            ends[feature] = next;
            next += occurrences;
        }
        for (int i = 0; i < count; i++) {
            place(columns, block.values(), rowStarts[rowIndices[i]], rowStarts[rowIndices[i] + 1], i);
        }
    }

    private void clear() {
        for (int i = 0; i < featureCount; i++) {
            starts[features[i]] = 0;
            ends[features[i]] = 0;
        }
        featureCount = 0;
    }

    private int countEntries(int[] columns, int[] rowStarts, int[] rowIndices, int count) {
        int total = 0;
        for (int i = 0; i < count; i++) {
            int from = rowStarts[rowIndices[i]];
            int to = rowStarts[rowIndices[i] + 1];
            total += to - from;
            if (features.length < Math.min(featureCount + to - from, ends.length)) {
                features = Arrays.copyOf(features, Math.min(2 * (featureCount + to - from), ends.length));
            }
            countRow(columns, from, to);
        }
        return total;
    }

    private void countRow(int[] columns, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            int feature = columns[entry];
            if (ends[feature]++ == 0) {
                features[featureCount++] = feature;
            }
        }
    }

    private void reserve(int total) {
        if (rows.length < total) {
            rows = new int[total + total / 2];
            values = new float[rows.length];
        }
    }

    private void place(int[] columns, float[] blockValues, int from, int to, int row) {
        for (int entry = from; entry < to; entry++) {
            int slot = ends[columns[entry]]++;
            rows[slot] = row;
            values[slot] = blockValues[entry];
        }
    }

    /** The features that occur, in no particular order; the first {@link #featureCount} are valid. */
    public int[] features() {
        return features;
    }

    public int featureCount() {
        return featureCount;
    }

    /** First entry of a feature. */
    public int start(int feature) {
        return starts[feature];
    }

    /** One past its last entry. */
    public int end(int feature) {
        return ends[feature];
    }

    public int[] rows() {
        return rows;
    }

    public float[] values() {
        return values;
    }
}
