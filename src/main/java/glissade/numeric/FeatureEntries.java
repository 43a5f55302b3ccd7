package glissade.numeric;

import java.util.Arrays;

/**
 * A batch of sparse rows turned on its side: for each feature, the rows of the batch that have it, ascending, with their
 * values. Built in O(entries): small batches go straight into one bucket a feature with room for all rows, others through a
 * counting sort over the features that occur. Reused from batch to batch.
 */
public final class FeatureEntries {
    /** Buckets of all features together, in entries: what is used of them should fit the second-level cache. */
    private static final int MOST_BUCKET_ROOM = 1 << 16;

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
        if ((long) starts.length * count < MOST_BUCKET_ROOM) {
            reserve(1 + starts.length * count);
            for (int i = 0; i < count; i++) {
                int row = rowIndices[i];
                drop(block.columns(), block.values(), block.starts()[row], block.starts()[row + 1], i, count);
            }
        } else {
            sort(block, rowIndices, count);
        }
    }

    /** Puts a row's entries into their features' buckets; slot 0 stays free, for an end of 0 means an empty bucket. */
    private void drop(int[] columns, float[] blockValues, int from, int to, int row, int room) {
        reserveFeatures(to - from);
        for (int entry = from; entry < to; entry++) {
            int feature = columns[entry];
            int slot = ends[feature];
            if (slot == 0) {
                slot = 1 + feature * room;
                starts[feature] = slot;
                features[featureCount++] = feature;
            }
            ends[feature] = slot + 1;
            rows[slot] = row;
            values[slot] = blockValues[entry];
        }
    }

    private void sort(Block block, int[] rowIndices, int count) {
        int[] columns = block.columns();
        int[] rowStarts = block.starts();
        reserve(countEntries(columns, rowStarts, rowIndices, count));
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
            reserveFeatures(to - from);
            countRow(columns, from, to);
        }
        return total;
    }

    private void reserveFeatures(int more) {
        if (features.length < Math.min(featureCount + more, ends.length)) {
            features = Arrays.copyOf(features, Math.min(2 * (featureCount + more), ends.length));
        }
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
