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
    private final ArrayList<String> troubles;
    private final long nanos;

    LegReport(
            CohortState state,
            List<List<CurvePoint>> epochs,
            List<LaneResult> results,
            List<String> troubles,
            long nanos) {
        this.state = state;
        this.epochs = new ArrayList<>(epochs);
        this.results = results == null ? null : new ArrayList<>(results);
        this.troubles = new ArrayList<>(troubles);
        this.nanos = nanos;
    }

    /** Null if the cohort has ended, or its state stayed where it was trained. */
    CohortState state() {
        return state;
    }

    /** The points of each epoch that the driver had not heard of. */
    List<List<CurvePoint>> epochs() {
        return epochs;
    }

    /** Null if the cohort goes on. */
    List<LaneResult> results() {
        return results;
    }

    /** What went wrong with states that were to be kept. */
    List<String> troubles() {
        return troubles;
    }

    /** How long the cohort has taken so far, see {@link CohortState#nanos}. */
    long nanos() {
        return nanos;
    }
}
