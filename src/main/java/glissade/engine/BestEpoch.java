package glissade.engine;

import java.io.Serializable;

/** The epoch with the best number of a kind so far: the first of equals; one where it was not measured is never best. */
final class BestEpoch implements Serializable {
    private static final long serialVersionUID = 1;

    private final Selection selection;
    private CurvePoint best;

    BestEpoch(Selection selection) {
        this.selection = selection;
    }

    /** Takes note of an epoch; whether it is the best so far. */
    boolean see(CurvePoint point) {
        boolean better = best == null || selection.prefers(point, best);
        if (better && !Double.isNaN(selection.value(point))) {
            best = point;
            return true;
        }
        return false;
    }

    /** Becomes what it was when this was the best epoch. */
    void restore(CurvePoint point) {
        best = point;
    }

    /** From 1; 0 if there is none. */
    int epoch() {
        return best == null ? 0 : best.epoch();
    }
}
