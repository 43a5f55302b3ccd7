package glissade.engine;

import glissade.model.ParameterLayout;
import glissade.numeric.CacheLines;
import glissade.optim.Optimizer;
import glissade.optim.OptimizerState;
import glissade.optim.Optimizers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where a cohort stands between two epochs: all that the rest of its training depends on. */
final class CohortState implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<LaneHistory> histories = new ArrayList<>();
    private int[] slots;
    private float[] parameters;
    private OptimizerState optimizer;
    private int epochs;
    private long steps;

    /** Before the first step of a whole cohort. */
    CohortState(Cohort cohort) {
        slots = IntStream.range(0, cohort.lanes()).toArray();
        parameters = cohort.initialParameters();
        optimizer = freshOptimizer(cohort);
        for (int lane = 0; lane < cohort.lanes(); lane++) {
            histories.add(new LaneHistory(cohort.lane(lane), cohort.spec()));
        }
    }

    private OptimizerState freshOptimizer(Cohort cohort) {
        Optimizer kind = Optimizers.named(cohort.lane(0).training().optimizer().name());
        return new OptimizerState(kind, cohort.layout().size(), cohort.lanes());
    }

    /** The lanes present, by their place in the cohort's specification. */
    int[] slots() {
        return slots;
    }

    /** The history of a lane that is present. */
    LaneHistory lane(int lane) {
        return histories.get(slots[lane]);
    }

    /** All lanes, present or gone. */
    List<LaneHistory> histories() {
        return histories;
    }

    float[] parameters() {
        return parameters;
    }

    OptimizerState optimizer() {
        return optimizer;
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

    boolean isAnyRunning() {
        for (int slot : slots) {
            if (histories.get(slot).isRunning()) {
                return true;
            }
        }
        return false;
    }

    /** Lanes present that have not ended. */
    int[] running() {
        return IntStream.of(slots)
                .filter(slot -> histories.get(slot).isRunning())
                .toArray();
    }

    /** Drops all lanes but some; what is kept of them keeps its bits. */
    void keep(Cohort before, Cohort after, int[] keptSlots) {
        ParameterLayout from = before.layout();
        ParameterLayout to = after.layout();
        OptimizerState kept = freshOptimizer(after);
        float[] keptParameters = CacheLines.floats(to.size());
        float[] logical = new float[from.architecture().parameters()];
        for (int lane = 0; lane < keptSlots.length; lane++) {
            int old = indexOf(keptSlots[lane]);
            copy(from, parameters, old, to, keptParameters, lane, logical);
            for (int i = 0; i < kept.moments(); i++) {
                copy(from, optimizer.moment(i), old, to, kept.moment(i), lane, logical);
            }
            for (int i = 0; i < kept.products(); i++) {
                kept.product(i)[lane] = optimizer.product(i)[old];
            }
        }
        slots = keptSlots;
        parameters = keptParameters;
        optimizer = kept;
    }

    private int indexOf(int slot) {
        int lane = 0;
        while (slots[lane] != slot) {
            lane++;
        }
        return lane;
    }

    private static void copy(
            ParameterLayout from,
            float[] source,
            int fromLane,
            ParameterLayout to,
            float[] target,
            int toLane,
            float[] logical) {
        from.read(source, fromLane, logical);
        to.write(logical, toLane, target);
    }
}
