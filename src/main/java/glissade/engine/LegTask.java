package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task does for a pack of cohorts: one after the other is trained for what is left of the leg. Those that it does not
 * come to are not begun, so nobody waits for long behind a cohort that takes longer than was thought.
 */
final class LegTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Cohort> cohorts = new ArrayList<>();
    private final ArrayList<ShardedData> data = new ArrayList<>();
    private final long nanos;

    /** With so long a leg; it ends with the first epoch after that. */
    LegTask(long nanos) {
        this.nanos = nanos;
    }

    void add(Cohort cohort, ShardedData learnsFrom) {
        cohorts.add(cohort);
        data.add(learnsFrom);
    }

    /** A report of each cohort that had its turn, in order; the first always has. */
    List<LegReport> run(List<CohortState> states) {
        Denormals.check();
        long end = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 2);
        List<LegReport> reports = new ArrayList<>();
        do {
            int next = reports.size();
            reports.add(train(cohorts.get(next), data.get(next), states.get(next), end));
        } while (reports.size() < cohorts.size() && System.nanoTime() < end);
        return reports;
    }

    private static LegReport train(Cohort cohort, ShardedData data, CohortState begun, long end) {
        long start = System.nanoTime();
        List<Shard> shards = ResidentData.of(data);
        CohortState state = begun == null ? new CohortState(cohort) : begun;
        CohortLoop loop = new CohortLoop(cohort, state, present -> new Stepper(present, state, shards, Kernels.best()));
        List<List<CurvePoint>> epochs = new ArrayList<>();
        do {
            epochs.add(loop.epoch());
        } while (loop.goesOn() && System.nanoTime() < end);
        boolean over = !loop.goesOn();
        List<LaneResult> results = over ? loop.results() : null;
        return new LegReport(over ? null : state, epochs, results, System.nanoTime() - start);
    }
}
