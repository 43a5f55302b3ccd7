package glissade.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How far a leg has brought a cohort: to another state, or to its results. */
final class LegReport implements Serializable {
    private static final long serialVersionUID = 1;

    private final CohortState state;
    private final ArrayList<List<CurvePoint>> epochs;
    private final ArrayList<LaneResult> results;
    private final long nanos;

    LegReport(CohortState state, List<List<CurvePoint>> epochs, List<LaneResult> results, long nanos) {
        this.state = state;
        this.epochs = new ArrayList<>(epochs);
        this.results = results == null ? null : new ArrayList<>(results);
        this.nanos = nanos;
    }

    /** Null if the cohort has ended. */
    CohortState state() {
        return state;
    }

    /** The points of each epoch of the leg. */
    List<List<CurvePoint>> epochs() {
        return epochs;
    }

    /** Null if the cohort goes on. */
    List<LaneResult> results() {
        return results;
    }

    /** How long it took. */
    long nanos() {
        return nanos;
    }
}
