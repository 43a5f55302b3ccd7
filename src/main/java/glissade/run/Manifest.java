package glissade.run;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.engine.Selection;
import glissade.plan.Plan;
import java.util.List;

/**
 * What a run was, stored beside what it found.
 *
 * @param name of the experiment
 * @param provenance config and versions
 * @param trials of the sweep
 * @param diverged how many of them
 * @param failed how many of them
 * @param cohorts in which they were trained
 * @param engine where; results do not depend on it
 * @param selection the number that ranks trials
 * @param data every data set, and what was found in it
 * @param digest of the results; null of a part of them
 * @param seconds of training, on the wall
 * @param exampleTrials rows seen, times trials that saw them
 */
public record Manifest(
        String name,
        Provenance provenance,
        int trials,
        int diverged,
        int failed,
        int cohorts,
        String engine,
        Selection selection,
        List<Source> data,
        String digest,
        double seconds,
        long exampleTrials) {

    /** A data set of the run. */
    public record Source(DataSpec spec, int shards, DataSummary summary) {}

    static Manifest of(Plan plan, Provenance provenance, SweepOutcome outcome, String digest, double seconds) {
        return new Manifest(
                plan.name(),
                provenance,
                plan.trials().all().size(),
                outcome.count(TrialOutcome.DIVERGED),
                outcome.count(TrialOutcome.FAILED),
                plan.cohorts().size(),
                plan.engine().kind().text(),
                plan.selection(),
                plan.data().stream()
                        .map(data -> new Source(data.spec(), data.shards().count(), data.summary()))
                        .toList(),
                digest,
                seconds,
                outcome.exampleTrials());
    }
}
