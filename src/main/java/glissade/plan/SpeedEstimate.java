package glissade.plan;

import glissade.data.DataSummary;

/**
 * How long things take, to within a factor of two or three on a machine of today: good enough to choose between what differs by
 * tens, and to begin with the longest. Floats are those of {@link LaneWidth}; measured on an AVX-512 core at 3 GHz.
 */
final class SpeedEstimate {
    /** What a core gets through, in floats a second. */
    private static final double FLOATS = 2e10;
    /** What a step in a task costs beside its rows. */
    private static final double STEP = 2e-6;
    /** What a cohort costs before its first row and after its last. */
    private static final double COHORT = 2e-4;

    private SpeedEstimate() {}

    /** Of a whole cohort, trained in a task. */
    static double coreSeconds(PlannedCohort cohort) {
        DataSummary data = cohort.data().summary();
        double rows = data.trainingRows() + (data.validationRows() + data.testRows()) / 2.0;
        double row = LaneWidth.rowFloats(cohort.architecture(), cohort.trials().size()) / FLOATS;
        return COHORT + cohort.epochs() * (rows * row + cohort.stepsAnEpoch() * STEP);
    }
}
