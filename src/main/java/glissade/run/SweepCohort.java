package glissade.run;

import glissade.data.ShardedData;
import glissade.engine.CohortSpec;

/** A cohort and the data that it learns from. */
public record SweepCohort(CohortSpec spec, ShardedData data) {
    long trainingRows() {
        return data.summary().trainingRows();
    }

    String fingerprint() {
        return data.summary().fingerprint();
    }
}
