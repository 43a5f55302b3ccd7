package glissade.run;

import glissade.engine.LaneResult;
import glissade.engine.StepSeries;

/**
 * What was recorded of a trial's single steps.
 *
 * @param steps rate and loss; null where they are not recorded
 * @param trajectory the way over a landscape; null for other models
 * @param end the last place of that; null if there is none
 * @param stepsAnEpoch of which an epoch is made
 */
record StepTrace(StepSeries steps, StepSeries trajectory, Place end, long stepsAnEpoch) {
    static final StepTrace NONE = new StepTrace(null, null, null, 1);

    /** Where a trial was after so many steps. */
    record Place(long step, double x, double y) {}

    static StepTrace of(LaneResult result, long stepsAnEpoch) {
        float[] last = result.lastParameters();
        boolean arrived = result.trajectory() != null && result.status() != LaneResult.Status.DIVERGED && last != null;
        Place end = arrived ? new Place(result.last().steps(), last[0], last[1]) : null;
        return new StepTrace(result.steps(), result.trajectory(), end, stepsAnEpoch);
    }
}
