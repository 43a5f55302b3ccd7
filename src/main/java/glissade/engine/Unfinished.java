package glissade.engine;

import glissade.data.ShardedData;
import glissade.engine.LaneResult.Status;
import java.io.DataInput;
import java.io.IOException;
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
            state.endRunning(cohort, Status.UNFINISHED, left(state.steps()));
            results(state.histories(), results);
        }
        return new Unfinished(results, state == null ? 0 : state.nanos());
    }

    private static String left(long steps) {
        return "left after " + steps + " steps";
    }

    private static void results(List<LaneHistory> histories, List<LaneResult> results) {
        for (LaneHistory history : histories) {
            List<CurvePoint> curve = history.curve();
            if (!curve.isEmpty()) {
                CurvePoint best = history.bestEpoch() == 0 ? null : curve.get(history.bestEpoch() - 1);
                results.add(history.result(curve.get(curve.size() - 1), best));
            }
        }
    }

    /**
     * What one checkpoint says to somebody who knows neither cohort nor data.
     *
     * @param steps after which it was taken
     * @param fingerprint of the data
     * @param results as above, those that had not ended without their last parameters
     */
    public record Left(long steps, String fingerprint, List<LaneResult> results) {
        public static Left read(Selection selection, DataInput in) throws IOException {
            CohortState.Past past = CohortState.Past.read(selection, (lane, trial) -> new LaneSpec(trial, null, 0), in);
            past.histories().stream()
                    .filter(LaneHistory::isRunning)
                    .forEach(history -> history.end(Status.UNFINISHED, left(past.steps()), null));
            List<LaneResult> results = new ArrayList<>();
            Unfinished.results(past.histories(), results);
            return new Left(past.steps(), past.fingerprint(), results);
        }
    }
}
