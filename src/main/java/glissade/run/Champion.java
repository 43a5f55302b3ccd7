package glissade.run;

import glissade.engine.CohortSpec;
import glissade.engine.LaneResult;
import glissade.engine.Selection;

/** The best trial so far, the only one whose parameters are kept. Cohorts report from several threads. */
final class Champion {
    private Holder holder;

    /** The trial that leads, and where it comes from. */
    record Holder(SweepCohort cohort, LaneResult result, Ranking.Score score) {
        boolean isBestEpoch() {
            return cohort.spec().selection().best();
        }

        int epoch() {
            return isBestEpoch() ? result.bestEpoch() : result.last().epoch();
        }

        float[] parameters() {
            return isBestEpoch() ? result.bestParameters() : result.lastParameters();
        }
    }

    synchronized void offer(SweepCohort cohort, LaneResult result) {
        Selection selection = cohort.spec().selection();
        Ranking.Score score = new Ranking.Score(
                result.trialId(), Ranking.value(selection, selection.best() ? result.best() : result.last()));
        boolean hasModel = !Double.isNaN(score.value());
        if (hasModel && (holder == null || Ranking.order(selection).compare(score, holder.score()) < 0)) {
            holder = new Holder(cohort, result, score);
        }
    }

    /** The best of all; null if no trial has the selected number. */
    synchronized Holder holder() {
        return holder;
    }
}
