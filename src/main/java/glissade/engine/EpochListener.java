package glissade.engine;

import java.util.List;

/** Hears of finished epochs and legs on the driver, in order within a cohort. */
@FunctionalInterface
public interface EpochListener {
    /** Lane i has just completed {@code points.get(i)}; null where the lane had ended before. */
    void epochDone(CohortSpec cohort, List<CurvePoint> points);

    /** A task has trained the cohort for so many more epochs. */
    default void legDone(CohortSpec cohort, int epochs) {}
}
