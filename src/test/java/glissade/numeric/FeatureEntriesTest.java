package glissade.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The counting sort gives what walking the rows feature by feature would. */
class FeatureEntriesTest {
    private record Entry(int row, float value) {}

    private static Block block(int rows, int width, double share, long seed) {
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            boolean present = Randomness.uniform(seed, Purpose.DATA, 0, i) < share;
            values[i] = present ? (float) (Randomness.uniform(seed, Purpose.DATA, 1, i) + 0.1) : 0f;
        }
        return Block.dense(width, values, new float[rows]);
    }

    /** For each feature that occurs, its entries with rows ascending. */
    private static Map<Integer, List<Entry>> naive(Block dense, int[] rows, int count) {
        Map<Integer, List<Entry>> entries = new TreeMap<>();
        for (int feature = 0; feature < dense.width(); feature++) {
            for (int i = 0; i < count; i++) {
                float value = dense.values()[rows[i] * dense.width() + feature];
                if (value != 0f) {
                    entries.computeIfAbsent(feature, any -> new ArrayList<>()).add(new Entry(i, value));
                }
            }
        }
        return entries;
    }

    private static Map<Integer, List<Entry>> gathered(FeatureEntries entries) {
        Map<Integer, List<Entry>> all = new HashMap<>();
        for (int i = 0; i < entries.featureCount(); i++) {
            int feature = entries.features()[i];
            List<Entry> ofFeature = new ArrayList<>();
            for (int entry = entries.start(feature); entry < entries.end(feature); entry++) {
                ofFeature.add(new Entry(entries.rows()[entry], entries.values()[entry]));
            }
            all.put(feature, ofFeature);
        }
        assertEquals(entries.featureCount(), all.size(), "no feature twice");
        return all;
    }

    private static int[] rows(int count, int of, long seed) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> (int) Randomness.below(of, seed, Purpose.DATA, 2, i));
        return rows;
    }

    @Test
    void batchesOfAllShapesAreTurnedOnTheirSide() {
        for (int width : new int[] {1, 2, 7, 64, 65, 300, 3_000}) {
            FeatureEntries entries = new FeatureEntries(width);
            for (double share : new double[] {0, 0.02, 0.3, 1}) {
                Block dense = block(20, width, share, width);
                Block sparse = dense.toSparse();
                for (int count : new int[] {3, 0, 1, 20, 50, 2}) {
                    int[] rows = rows(count, 20, count);
                    entries.gather(sparse, rows, count);
                    assertEquals(naive(dense, rows, count), gathered(entries), width + " wide, " + count + " rows");
                }
            }
        }
    }

    @Test
    void absentFeaturesHaveNoEntriesAfterReuse() {
        FeatureEntries entries = new FeatureEntries(50);
        entries.gather(block(20, 50, 1, 1).toSparse(), rows(20, 20, 1), 20);
        entries.gather(block(20, 50, 0, 1).toSparse(), rows(20, 20, 1), 20);
        for (int feature = 0; feature < 50; feature++) {
            assertEquals(entries.start(feature), entries.end(feature));
        }
    }

    @Test
    void onlyTheFirstRowsAsked() {
        Block dense = block(20, 10, 0.5, 3);
        FeatureEntries entries = new FeatureEntries(10);
        int[] rows = rows(20, 20, 4);
        entries.gather(dense.toSparse(), rows, 5);
        assertEquals(naive(dense, rows, 5), gathered(entries));
    }
}
