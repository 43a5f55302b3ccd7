package glissade.plan;

import glissade.model.Architecture;
import java.util.List;

/** What the planner decides, without an experiment. */
public final class PlannedLanes {
    private PlannedLanes() {}

    /** The sizes of the cohorts in which one core trains so many trials. */
    public static List<Integer> onOneCore(Architecture architecture, int trials) {
        return new LaneWidth(architecture, Integer.MAX_VALUE).split(trials, 1);
    }
}
