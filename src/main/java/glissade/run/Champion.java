package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import glissade.run.Ranking.Score;

/** The best trial so far, the only one whose parameters are kept. Cohorts report from several threads. */
final class Champion {
    private Holder holder;

    /** The trial that leads, and where it comes from. */
    record Holder(SweepCohort cohort, LaneResult result, Score score) {
        Selection selection() {
            return cohort.spec().selection();
        }

        int epoch() {
            return selection().best() ? result.bestEpoch() : result.last().epoch();
        }

        float[] parameters() {
            return selection().best() ? result.bestParameters() : result.lastParameters();
        }
    }

    synchronized void offer(SweepCohort cohort, LaneResult result) {
        Selection selection = cohort.spec().selection();
        CurvePoint point = selection.best() ? result.best() : result.last();
        if (point == null || Double.isNaN(selection.value(point))) {
            return;
        }
        Score score = new Score(result.trialId(), selection.value(point));
        if (holder == null || Score.bestFirst(selection).compare(score, holder.score()) < 0) {
            holder = new Holder(cohort, result, score);
        }
    }

    /** The best of all; null if no trial has the selected number. */
    synchronized Holder holder() {
        return holder;
    }
}
