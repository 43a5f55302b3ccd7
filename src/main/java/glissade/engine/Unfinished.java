package glissade.engine;

import glissade.data.ShardedData;
import glissade.engine.LaneResult.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a cohort whose training was left in the middle, by its last checkpoint.
 *
 * @param results of each lane that has completed an epoch, without test numbers; none where no good checkpoint is
 * @param nanos that it took to come so far
 */
public record Unfinished(List<LaneResult> results, long nanos) {
    public static Unfinished of(CohortSpec spec, ShardedData data, Saving saving) {
        Cohort cohort = new Cohort(spec, data.summary(), data.shards());
        CohortState state = new StateSaver(saving, cohort).last();
        List<LaneResult> results = new ArrayList<>();
        if (state != null) {
            state.endRunning(cohort, Status.UNFINISHED, "left after " + state.steps() + " steps");
            for (LaneHistory history : state.histories()) {
                List<CurvePoint> curve = history.curve();
                if (!curve.isEmpty()) {
                    CurvePoint best = history.bestEpoch() == 0 ? null : curve.get(history.bestEpoch() - 1);
                    results.add(history.result(curve.get(curve.size() - 1), best));
                }
            }
        }
        return new Unfinished(results, state == null ? 0 : state.nanos());
    }
}
