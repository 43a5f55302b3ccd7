package glissade.engine;

import glissade.model.Scorer;
import glissade.numeric.Block;

/** Passes blocks of rows to a model. */
public final class BlockScoring {
    /** Rows whose losses are summed before they join their shard's. */
    public static final int BLOCK_ROWS = ShardWork.BLOCK_ROWS;

    private BlockScoring() {}

    /** The rows {@code [from, to)}, at most {@link #BLOCK_ROWS}; those for which there is room are kept. */
    public static Scorecard score(Scorer scorer, Block block, int from, int to, ScoredRows kept) {
        Scorecard card = new Scorecard(
                scorer.architecture().classifies() ? scorer.architecture().classes() : 0);
        for (int first = from; first < to; first += Scorer.MOST_ROWS) {
            int count = Math.min(Scorer.MOST_ROWS, to - first);
            scorer.score(block, first, count);
            for (int i = 0; i < count; i++) {
                float target = block.targets()[first + i];
                if (!Float.isNaN(target)) {
                    card.add(scorer, i, target);
                }
                if (!kept.isFull()) {
                    kept.add(scorer, i, target);
                }
            }
        }
        return card;
    }
}
