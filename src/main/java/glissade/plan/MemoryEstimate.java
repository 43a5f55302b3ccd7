package glissade.plan;

import java.util.List;

/**
 * What a run takes, rounded as estimates are.
 *
 * @param dataBytes all data sets, all splits
 * @param largestCohortBytes the cohort with the most parameters, while it trains
 */
public record MemoryEstimate(long dataBytes, long largestCohortBytes) {
    /** Parameters, their gradient, the best epoch's, and one on its way between driver and executor. */
    static final int COPIES_OF_PARAMETERS = 4;

    static MemoryEstimate of(List<PlannedData> data, List<PlannedCohort> cohorts) {
        long floats = cohorts.stream()
                .mapToLong(PlannedCohort::parameterFloats)
                .max()
                .orElse(0);
        return new MemoryEstimate(
                data.stream().mapToLong(each -> each.summary().bytes()).sum(),
                floats * Float.BYTES * COPIES_OF_PARAMETERS);
    }
}
