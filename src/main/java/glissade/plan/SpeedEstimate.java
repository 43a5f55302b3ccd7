package glissade.plan;

import glissade.data.DataSummary;
import glissade.engine.TreeDepth;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long training takes, to within a factor of three or so on a machine of today: good enough to choose between what differs
 * by tens, and to begin with the longest. Floats are those of {@link LaneWidth}; measured on an AVX-512 core at 3 GHz.
 *
 * @param inTaskSeconds if every cohort trains in tasks, each on one core
 * @param synchronousSeconds if every step is a job, as wide as there are shards
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
    /** What a step costs as a job, however little it does; this and what follows is what {@code submit/bench growth} prints. */
    private static final double JOB = 1e-2;
    /** What each task of a job costs the driver. */
    private static final double TASK = 5e-4;
    /** Bytes a second of parameters and of their gradients that are written, sent and read. */
    private static final double TRAFFIC = 4e8;
    /** Bytes a second of spilled shards that a core reads, from files that the system still holds; a cold disk is slower. */
    static final double DISK = 1e9;
    /** So many jobs are under way at once, if there are as many cohorts, before the driver is what they wait for. */
    private static final int JOBS_AT_ONCE = 2;

    /** Of the cohorts that each engine would train. */
    static SpeedEstimate of(
            List<PlannedCohort> inTask, List<PlannedCohort> synchronous, long dataBytes, Resources resources) {
        double spilled = spilled(dataBytes, resources);
        return new SpeedEstimate(
                ofAll(inTask, PlannedCohort::coreSeconds, resources.cores()),
                ofAll(
                        synchronous,
                        cohort -> synchronousSeconds(cohort, spilled, resources),
                        Math.min(JOBS_AT_ONCE, resources.cores())));
    }

    /** The part of so much data that has no room where shards are cached. */
    static double spilled(long dataBytes, Resources resources) {
        long room = resources.storageBytes();
        return dataBytes <= room ? 0 : 1 - (double) room / dataBytes;
    }

    /** What it takes to read a part of a data set from disk: all that is on disk of a partition, however few rows are used. */
    static double diskSeconds(PlannedData data, double part, Resources resources) {
        int readers = Math.min(resources.cores(), data.shards().count());
        return part * data.summary().bytes() / (DISK * readers);
    }

    /** No cohort is in two places, no place does more than its share. */
    private static double ofAll(List<PlannedCohort> cohorts, ToDoubleFunction<PlannedCohort> seconds, int places) {
        double all = cohorts.stream().mapToDouble(seconds).sum();
        double longest = cohorts.stream().mapToDouble(seconds).max().orElse(0);
        return Math.max(longest, all / places);
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

    private static double synchronousSeconds(PlannedCohort cohort, double spilled, Resources resources) {
        int shards = cohort.data().shards().count();
        long floats = cohort.parameterFloats();
        int partitions = resources.partitions(shards);
        double sent = (double) Float.BYTES * floats * (1 + TreeDepth.nodes(partitions, floats));
        double job = JOB + TASK * partitions + sent / TRAFFIC + diskSeconds(cohort.data(), spilled, resources);
        return rowSeconds(cohort) / Math.min(resources.cores(), shards)
                + job * cohort.epochs() * (cohort.stepsAnEpoch() + 1);
    }

    /** Both times. */
    String inWords() {
        return "about " + Numbers.seconds(inTaskSeconds) + " in-task, " + Numbers.seconds(synchronousSeconds)
                + " synchronous";
    }
}
