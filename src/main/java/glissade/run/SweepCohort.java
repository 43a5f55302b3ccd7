package glissade.run;

import glissade.data.DataSpec;
import glissade.data.ShardedData;
import glissade.engine.CohortSpec;
import glissade.engine.LaneSpec;
import java.util.List;

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

    /** See {@link CohortSpec#context}. */
    String context() {
        return spec.context(data.summary(), data.shards());
    }

    /** See {@link CohortSpec#key}. */
    String key() {
        return spec.key(data.summary(), data.shards());
    }

    LaneSpec lane(String trialId) {
        return spec.lanes().stream()
                .filter(lane -> lane.trialId().equals(trialId))
                .findFirst()
                .orElseThrow();
    }

    /** The same with some of its lanes only. */
    SweepCohort with(List<LaneSpec> lanes) {
        return new SweepCohort(
                spec.with(lanes),
                source,
                data,
                seconds * lanes.size() / spec.lanes().size());
    }

    String fingerprint() {
        return data.summary().fingerprint();
    }
}
