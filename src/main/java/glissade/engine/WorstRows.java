package glissade.engine;

import glissade.numeric.Block;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The rows of a shard that a model got most wrong, with their features as it is trained on: kept where rows are pictures. */
public final class WorstRows implements Serializable {
    private static final long serialVersionUID = 1;

    /** So many of a split. */
    public static final int MOST = 24;

    private static final int SMALLEST_SIDE = 7;
    private static final int LARGEST_SIDE = 64;

    private final long[] positions;
    private final float[] losses;
    private final float[][] features;

    private WorstRows(Block rows, ScoredRows scored, int[] worst) {
        positions = Arrays.stream(worst).mapToLong(row -> scored.first() + row).toArray();
        losses = new float[worst.length];
        features = new float[worst.length][];
        for (int i = 0; i < worst.length; i++) {
            losses[i] = scored.loss(worst[i]);
            features[i] = features(rows, worst[i]);
        }
    }

    /** Of the rows that were scored, the wrong ones with the largest loss; between equals, the first. */
    static WorstRows of(Block rows, ScoredRows scored) {
        int[] worst = IntStream.range(0, scored.count())
                .filter(row -> scored.predictedClass(row) != (int) scored.target(row))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -scored.loss(row)))
                .limit(MOST)
                .mapToInt(Integer::intValue)
                .toArray();
        return new WorstRows(rows, scored, worst);
    }

    private static float[] features(Block rows, int row) {
        int width = rows.width();
        if (!rows.isSparse()) {
            return Arrays.copyOfRange(rows.values(), row * width, (row + 1) * width);
        }
        float[] features = new float[width];
        for (int entry = rows.starts()[row]; entry < rows.starts()[row + 1]; entry++) {
            features[rows.columns()[entry]] = rows.values()[entry];
        }
        return features;
    }

    /** The side of the square picture that so many features may be; 0 if they are none. */
    public static int side(int features) {
        int side = (int) Math.sqrt(features);
        return side * side == features && side >= SMALLEST_SIDE && side <= LARGEST_SIDE ? side : 0;
    }

    public int count() {
        return positions.length;
    }

    /** The position of a row in its split. */
    public long position(int row) {
        return positions[row];
    }

    public float loss(int row) {
        return losses[row];
    }

    public float feature(int row, int feature) {
        return features[row][feature];
    }
}
