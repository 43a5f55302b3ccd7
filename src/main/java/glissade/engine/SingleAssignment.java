package glissade.engine;

import glissade.data.ShardedData;
import java.util.List;

/** A cohort whose results, or whose failure, somebody waits for. */
final class SingleAssignment implements Assignment {
    private final CohortSpec cohort;
    private final ShardedData data;
    private final EpochListener listener;
    private List<LaneResult> results;
    private Exception failure;

    SingleAssignment(CohortSpec cohort, ShardedData data, EpochListener listener) {
        this.cohort = cohort;
        this.data = data;
        this.listener = listener;
    }

    @Override
    public CohortSpec cohort() {
        return cohort;
    }

    @Override
    public ShardedData data() {
        return data;
    }

    @Override
    public void epochDone(CohortSpec spec, List<CurvePoint> points) {
        listener.epochDone(spec, points);
    }

    @Override
    public void legDone(CohortSpec spec, int epochs) {
        listener.legDone(spec, epochs);
    }

    @Override
    public void ended(List<LaneResult> all) {
        results = all;
    }

    @Override
    public void failed(Exception why) {
        failure = why;
    }

    /** What came of it; throws the failure if one did, wrapped unless it is unchecked. */
    List<LaneResult> results() {
        if (failure != null) {
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
        return results;
    }
}
