package glissade.engine;

import glissade.data.DataSummary;
import glissade.data.Shard;
import glissade.data.ShardPlan;
import glissade.data.Split;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.model.Scorer;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model and the rows that it is to be scored on: those held out for validation and test, or where there are neither,
 * the training rows. Of these some come back one by one, the first of each split; sums come back of all.
 */
public final class Scoring implements Serializable {
    private static final long serialVersionUID = 1;

    private final Architecture architecture;
    private final float[] parameters;
    private final DataSummary data;
    private final int shards;
    private final long mostRows;

    /**
     * Of a model on a data set in so many shards.
     *
     * @param parameters in logical order
     * @param mostRows how many rows come back one by one
     */
    public Scoring(ModelSpec model, float[] parameters, DataSummary data, int shards, long mostRows) {
        this.architecture = Architecture.of(model, data.features(), data.classes());
        this.parameters = parameters;
        this.data = data;
        this.shards = shards;
        this.mostRows = mostRows;
    }

    /** The splits to score, in order. */
    public List<Split> splits() {
        List<Split> held = new ArrayList<>();
        for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
            if (data.rows(split) > 0) {
                held.add(split);
            }
        }
        return held.isEmpty() ? List.of(Split.TRAIN) : held;
    }

    /** How many rows of a split come back: from its first on. */
    public long rowsBack(Split split) {
        long left = mostRows;
        for (Split each : splits()) {
            long back = Math.min(left, data.rows(each));
            if (each == split) {
                return back;
            }
            left -= back;
        }
        return 0;
    }

    /** Scores a shard. */
    ScoredShard score(Shard shard) {
        Scorer scorer = new Scorer(architecture, parameters, Kernels.best());
        ScoredShard scored = new ScoredShard(shard.index());
        for (Split split : splits()) {
            Block rows = shard.rows(split);
            long first = new ShardPlan(data.rows(split), shards).start(shard.index());
            int back = (int) Math.max(0, Math.min(rows.rows(), rowsBack(split) - first));
            ScoredRows kept = new ScoredRows(first, back, architecture);
            Scorecard card = new Scorecard(architecture.classifies() ? architecture.classes() : 0);
            for (int from = 0; from < rows.rows(); from += BlockScoring.BLOCK_ROWS) {
                int to = Math.min(from + BlockScoring.BLOCK_ROWS, rows.rows());
                card.add(BlockScoring.score(scorer, rows, from, to, kept));
            }
            scored.put(split, card, kept);
            if (data.classes() > 0 && WorstRows.side(data.features()) > 0) {
                scored.put(split, WorstRows.of(rows, kept));
            }
        }
        if (data.features() == 2) {
            scored.measure(shard);
        }
        return scored;
    }
}
