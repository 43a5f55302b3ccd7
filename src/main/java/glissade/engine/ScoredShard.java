package glissade.engine;

import glissade.data.Shard;
import glissade.data.Split;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.EnumMap;

/** What a model makes of a shard: sums over all rows of each split asked for, some of the rows, the range of two features. */
public final class ScoredShard implements Serializable {
    private static final long serialVersionUID = 1;

    private final int index;
    private final EnumMap<Split, Scorecard> cards = new EnumMap<>(Split.class);
    private final EnumMap<Split, ScoredRows> rows = new EnumMap<>(Split.class);
    private final float[] least = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
    private final float[] largest = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};

    ScoredShard(int index) {
        this.index = index;
    }

    void put(Split split, Scorecard card, ScoredRows kept) {
        cards.put(split, card);
        rows.put(split, kept.trimmed());
    }

    /** Notes the ranges of the features of rows that have two. */
    void measure(Shard shard) {
        for (Split split : Split.values()) {
            Block block = shard.rows(split).toDense();
            for (int i = 0; i < 2 * block.rows(); i++) {
                least[i % 2] = Math.min(least[i % 2], block.values()[i]);
                largest[i % 2] = Math.max(largest[i % 2], block.values()[i]);
            }
        }
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

    /** The least value of one of two features, as it is trained on. */
    public float least(int feature) {
        return least[feature];
    }

    /** The largest value of one of two features. */
    public float largest(int feature) {
        return largest[feature];
    }
}
