package glissade.run;

import glissade.engine.LaneResult;
import java.util.List;

/** Keeps the parameters of the trials that lead, and of as few others as it can. Cohorts report from several threads. */
interface Keeper {
    /** Takes note of a trial that has ended; whether its parameters are kept, as things are. */
    boolean offer(SweepCohort cohort, LaneResult result);

    /** Those that lead, best first; none if no trial has the selected number. */
    List<Champion.Holder> holders();
}
