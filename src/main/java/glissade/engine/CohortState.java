package glissade.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Where a cohort stands between two epochs: all that the rest of its training depends on. */
final class CohortState implements Serializable {
    private static final long serialVersionUID = 1;

    private final float[] parameters;
    private final List<LaneHistory> lanes;
    private int epochs;
    private long steps;

    CohortState(Cohort cohort) {
        this.parameters = cohort.initialParameters();
        this.lanes = new ArrayList<>();
        for (LaneSpec lane : cohort.spec().lanes()) {
            lanes.add(new LaneHistory(lane, cohort.spec().selection()));
        }
    }

    float[] parameters() {
        return parameters;
    }

    List<LaneHistory> lanes() {
        return lanes;
    }

    /** Epochs completed. */
    int epochs() {
        return epochs;
    }

    /** Steps made. */
    long steps() {
        return steps;
    }

    void stepDone() {
        steps++;
    }

    void epochDone() {
        epochs++;
    }

    boolean anyRunning() {
        return lanes.stream().anyMatch(LaneHistory::isRunning);
    }
}
