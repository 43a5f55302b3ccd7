package glissade.run;

import glissade.data.DataSpec;
import glissade.data.ShardedData;
import glissade.engine.CohortSpec;

/**
 * A cohort and the data that it learns from.
 *
 * @param seconds how long the plan thinks it takes on one core
 */
record SweepCohort(CohortSpec spec, DataSpec source, ShardedData data, double seconds) {
    long trainingRows() {
        return data.summary().trainingRows();
    }

    long stepsAnEpoch() {
        long batch = spec.lanes().get(0).training().batchSize().rows(trainingRows());
        return (trainingRows() + batch - 1) / batch;
    }

    /** Epochs of all lanes together, if none ends early. */
    long epochs() {
        return spec.lanes().stream().mapToLong(lane -> lane.training().epochs()).sum();
    }

    String fingerprint() {
        return data.summary().fingerprint();
    }
}
