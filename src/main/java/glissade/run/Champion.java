package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import glissade.run.Ranking.Score;

/** The best trial so far, the only one whose parameters are kept. */
final class Champion implements Keeper {
    private Holder holder;

    /** The trial that leads, and where it comes from. */
    record Holder(SweepCohort cohort, LaneResult result, Score score) {
        /** Of a trial; null if it does not have the selected number. */
        static Holder of(SweepCohort cohort, LaneResult result) {
            Selection selection = cohort.spec().selection();
            CurvePoint point = selection.best() ? result.best() : result.last();
            boolean measured = point != null && !Double.isNaN(selection.value(point));
            return measured ? new Holder(cohort, result, new Score(result.trialId(), selection.value(point))) : null;
        }

        /** The better of two, of which either may be null. */
        static Holder better(Holder one, Holder other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Score.bestFirst(one.selection()).compare(other.score(), one.score()) < 0 ? other : one;
        }

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

    @Override
    public synchronized void offer(SweepCohort cohort, LaneResult result) {
        holder = Holder.better(holder, Holder.of(cohort, result));
    }

    @Override
    public synchronized Holder holder() {
        return holder;
    }
}
