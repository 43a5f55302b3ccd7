package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Optional;

/** What a model makes of a shard: sums over all rows of each split asked for, some of the rows, the range of two features. */
public final class ScoredShard implements Serializable {
    private static final long serialVersionUID = 1;

    /** So many of its rows come back as points of the plane, the first of each split. */
    public static final int MOST_POINTS = 500;

    private static final int POINT = 3;

    private final int index;
    private final EnumMap<Split, float[]> points = new EnumMap<>(Split.class);
    private final EnumMap<Split, Scorecard> cards = new EnumMap<>(Split.class);
    private final EnumMap<Split, ScoredRows> rows = new EnumMap<>(Split.class);
    private final EnumMap<Split, WorstRows> worst = new EnumMap<>(Split.class);
    private final float[] least = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    private final float[] largest = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};

    ScoredShard(int index) {
        this.index = index;
    }

    void put(Split split, Scorecard card, ScoredRows kept) {
        cards.put(split, card);
        rows.put(split, kept.trimmed());
    }

    void put(Split split, WorstRows rowsMostWrong) {
        worst.put(split, rowsMostWrong);
    }

    /** Notes the ranges of the features of rows that have two, and some of the rows. */
    void measure(Shard shard) {
        for (Split split : Split.values()) {
            Block block = shard.rows(split).toDense();
            points.put(split, points(block));
            for (int i = 0; i < 2 * block.rows(); i++) {
                least[i % 2] = Math.min(least[i % 2], block.values()[i]);
                largest[i % 2] = Math.max(largest[i % 2], block.values()[i]);
            }
        }
    }

    private static float[] points(Block block) {
        float[] points = new float[POINT * Math.min(MOST_POINTS, block.rows())];
        for (int row = 0; row < points.length / POINT; row++) {
            points[POINT * row] = block.values()[2 * row];
            points[POINT * row + 1] = block.values()[2 * row + 1];
            points[POINT * row + 2] = block.targets()[row];
        }
        return points;
    }

    /** How many rows of a split came back as points. */
    public int points(Split split) {
        return points.get(split).length / POINT;
    }

    /** One of two features of such a row, as it is trained on. */
    public float feature(Split split, int row, int feature) {
        return points.get(split)[POINT * row + feature];
    }

    /** The class or value of such a row. */
    public float target(Split split, int row) {
        return points.get(split)[POINT * row + 2];
    }

    public int index() {
        return index;
    }

    public Scorecard card(Split split) {
        return cards.get(split);
    }

    public ScoredRows rows(Split split) {
        return rows.get(split);
    }

    /** Where rows are pictures, those of a split that were told most wrongly. */
    public Optional<WorstRows> worst(Split split) {
        return Optional.ofNullable(worst.get(split));
    }

    /** The least value of one of two features, as it is trained on. */
    public float least(int feature) {
        return least[feature];
    }

    /** The largest value of one of two features. */
    public float largest(int feature) {
        return largest[feature];
    }
}
