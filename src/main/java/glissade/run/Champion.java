package glissade.run;

import glissade.engine.CurvePoint;
import glissade.engine.LaneResult;
import glissade.engine.Selection;
import glissade.predict.ModelDescription;
import glissade.run.Ranking.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** The best trials so far, the only ones whose parameters are kept. */
final class Champion implements Keeper {
    private final int most;
    private final List<Holder> holders = new ArrayList<>();

    /** Keeps so many, at least one. */
    Champion(int most) {
        this.most = Math.max(1, most);
    }

    /** A trial that leads, and where it comes from. */
    static final class Holder {
        private final SweepCohort cohort;
        private final int epoch;
        private final Score score;
        private final float[] parameters;
        private final SortedMap<Integer, float[]> snapshots;

        private Holder(SweepCohort cohort, int epoch, Score score, LaneResult result) {
            this.cohort = cohort;
            this.epoch = epoch;
            this.score = score;
            this.parameters = cohort.spec().selection().best() ? result.bestParameters() : result.lastParameters();
            this.snapshots = result.snapshots();
        }

        /** Of a trial; null if it does not have the selected number. */
        static Holder of(SweepCohort cohort, LaneResult result) {
            Selection selection = cohort.spec().selection();
            CurvePoint point = selection.best() ? result.best() : result.last();
            if (point == null || Double.isNaN(selection.value(point))) {
                return null;
            }
            return new Holder(cohort, point.epoch(), new Score(result.trialId(), selection.value(point)), result);
        }

        static Comparator<Holder> bestFirst(Selection selection) {
            return Comparator.comparing(Holder::score, Score.bestFirst(selection));
        }

        SweepCohort cohort() {
            return cohort;
        }

        String trialId() {
            return score.trialId();
        }

        float[] parameters() {
            return parameters;
        }

        /** Its parameters after other epochs, by these. */
        SortedMap<Integer, float[]> snapshots() {
            return snapshots;
        }

        Score score() {
            return score;
        }

        ModelDescription description() {
            return ModelDescription.of(
                    new ModelDescription.Choice(trialId(), epoch, cohort.spec().selection(), score.value()),
                    cohort.spec().model(),
                    cohort.source(),
                    cohort.data(),
                    parameters);
        }
    }

    @Override
    public synchronized boolean offer(SweepCohort cohort, LaneResult result) {
        Holder holder = Holder.of(cohort, result);
        if (holder != null) {
            holders.add(holder);
            holders.sort(Holder.bestFirst(cohort.spec().selection()));
            if (holders.size() > most) {
                holders.remove(most);
            }
        }
        return holders.contains(holder);
    }

    @Override
    public synchronized List<Holder> holders() {
        return List.copyOf(holders);
    }
}
