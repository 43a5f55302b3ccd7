package glissade.run;

import glissade.data.DataSpec;
import glissade.data.ShardedData;
import glissade.engine.CohortSpec;

/** A cohort and the data that it learns from. */
record SweepCohort(CohortSpec spec, DataSpec source, ShardedData data) {
    long trainingRows() {
        return data.summary().trainingRows();
    }

    String fingerprint() {
        return data.summary().fingerprint();
    }
}
