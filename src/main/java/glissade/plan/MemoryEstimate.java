package glissade.plan;

import glissade.optim.Optimizers;
import java.util.List;

/**
 * What a run takes, rounded as estimates are.
 *
 * @param dataBytes all data sets, all splits
 * @param largestCohortBytes the cohort with the most parameters, while it trains
 */
public record MemoryEstimate(long dataBytes, long largestCohortBytes) {
    /** Parameters, their gradient, the best epoch's, and one on its way between driver and executor. */
    private static final int COPIES = 4;
    /** Of Adam. */
    private static final int MOST_MOMENTS = 2;
    /** A lane's best and its last parameters. */
    private static final int KEPT = 2;

    static MemoryEstimate of(List<PlannedData> data, List<PlannedCohort> cohorts) {
        return new MemoryEstimate(
                data.stream().mapToLong(each -> each.summary().bytes()).sum(),
                cohorts.stream().mapToLong(MemoryEstimate::bytes).max().orElse(0));
    }

    /** Of a cohort while it trains. */
    static long bytes(PlannedCohort cohort) {
        return cohort.parameterFloats() * Float.BYTES * (COPIES + moments(cohort));
    }

    /** Of a cohort between two legs: parameters, moments, and what it will send at its end. */
    static long stateBytes(PlannedCohort cohort) {
        return Float.BYTES * cohort.parameterFloats() * (1 + moments(cohort)) + resultBytes(cohort);
    }

    /** Of a cohort that has ended: each lane's best and last parameters, and its snapshots. */
    static long resultBytes(PlannedCohort cohort) {
        return (long) (KEPT + cohort.spec().evaluation().snapshots().size())
                * Float.BYTES
                * cohort.trials().size()
                * cohort.architecture().parameters();
    }

    /**
     * The parameters of a cohort that has so many bytes while it trains, and so many between two legs,
     * whatever its optimizer, with so many snapshots.
     */
    static long mostFloats(long trainingBytes, long stateBytes, int snapshots) {
        long training = trainingBytes / (COPIES + MOST_MOMENTS);
        return Math.min(training, stateBytes / (1 + MOST_MOMENTS + KEPT + snapshots)) / Float.BYTES;
    }

    private static int moments(PlannedCohort cohort) {
        String optimizer = cohort.trials().get(0).training().optimizer().name();
        return Optimizers.named(optimizer).moments();
    }
}
