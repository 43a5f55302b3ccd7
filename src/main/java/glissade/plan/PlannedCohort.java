package glissade.plan;

import glissade.engine.CohortSpec;
import glissade.model.Architecture;
import java.util.List;

/**
 * Trials that train together.
 *
 * @param spec as engines take it; its lanes are the trials in order
 * @param trials at least one
 * @param data what they all learn from
 * @param architecture the model on that data
 * @param batchRows rows of a full step
 */
public record PlannedCohort(
        CohortSpec spec, List<Trial> trials, PlannedData data, Architecture architecture, long batchRows) {
    public PlannedCohort {
        trials = List.copyOf(trials);
    }

    /** Passes over the training rows, unless every lane ends before. */
    public int epochs() {
        return trials.get(0).training().epochs();
    }

    /** The last, short batch is kept. */
    public long stepsAnEpoch() {
        return (data.summary().trainingRows() + batchRows - 1) / batchRows;
    }

    /** How long it takes on one core, if no lane ends early: an estimate. */
    public double coreSeconds() {
        return SpeedEstimate.coreSeconds(this);
    }

    /** Floats of its parameters, with padding. */
    public long parameterFloats() {
        return LaneWidth.floats(architecture, trials.size());
    }
}
