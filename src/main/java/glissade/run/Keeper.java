package glissade.run;

import glissade.engine.LaneResult;

/** Keeps the parameters of the trial that leads, and of as few others as it can. Cohorts report from several threads. */
interface Keeper {
    /** Takes note of a trial that has ended. */
    void offer(SweepCohort cohort, LaneResult result);

    /** The best of all; null if no trial has the selected number. */
    Champion.Holder holder();
}
