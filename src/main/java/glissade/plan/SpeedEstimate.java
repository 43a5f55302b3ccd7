package glissade.plan;

import glissade.data.DataSummary;
import java.util.List;

/**
 * How long training takes, to within a factor of three or so on a machine of today: good enough to choose between what differs
 * by tens, and to begin with the longest. Floats are those of {@link LaneWidth}; measured on an AVX-512 core at 3 GHz.
 *
 * @param inTaskSeconds if every cohort trains in tasks: no cohort is on two cores, no core does more than its share
 * @param synchronousSeconds if every step is a job: the driver starts one after the other, each as wide as there are shards
 */
public record SpeedEstimate(double inTaskSeconds, double synchronousSeconds) {
    /** An engine has to be so many times as fast before an estimate is believed. */
    static final double CLEARLY = 2;

    /** What a core gets through, in floats a second. */
    private static final double FLOATS = 2e10;
    /** What a step in a task costs beside its rows. */
    private static final double STEP = 2e-6;
    /** What a cohort costs before its first row and after its last. */
    private static final double COHORT = 2e-4;
    /** What a job costs that does nothing. */
    private static final double JOB = 5e-3;
    /** Bytes a second of parameters that are written, sent and read. */
    private static final double TRAFFIC = 5e8;
    /** More partitions than this join their sums before the driver sees them, once they are large. */
    private static final int DRIVER_NODES = 8;

    static SpeedEstimate of(List<PlannedCohort> cohorts, int cores) {
        double all = cohorts.stream().mapToDouble(PlannedCohort::coreSeconds).sum();
        double longest =
                cohorts.stream().mapToDouble(PlannedCohort::coreSeconds).max().orElse(0);
        double synchronous = cohorts.stream()
                .mapToDouble(cohort -> synchronous(cohort, cores))
                .sum();
        return new SpeedEstimate(Math.max(longest, all / cores), synchronous);
    }

    /** Of a whole cohort, trained in tasks. */
    static double coreSeconds(PlannedCohort cohort) {
        return COHORT + rowSeconds(cohort) + STEP * cohort.epochs() * cohort.stepsAnEpoch();
    }

    private static double rowSeconds(PlannedCohort cohort) {
        DataSummary data = cohort.data().summary();
        // An evaluation has no backward pass.
        double rows = data.trainingRows() + (data.validationRows() + data.testRows()) / 2.0;
        return cohort.epochs()
                * rows
                * LaneWidth.rowFloats(cohort.architecture(), cohort.trials().size())
                / FLOATS;
    }

    private static double synchronous(PlannedCohort cohort, int cores) {
        int wide = Math.min(cores, cohort.data().shards().count());
        double payload = (double) Float.BYTES * cohort.parameterFloats();
        double job = JOB + 2 * Math.min(wide, DRIVER_NODES) * payload / TRAFFIC;
        return rowSeconds(cohort) / wide + job * cohort.epochs() * (cohort.stepsAnEpoch() + 1);
    }

    /** Both times. */
    String inWords() {
        return "about " + Numbers.seconds(inTaskSeconds) + " in-task, " + Numbers.seconds(synchronousSeconds)
                + " synchronous";
    }
}
