package glissade.run;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.engine.Selection;
import glissade.formula.Part;
import glissade.formula.Parts;
import glissade.plan.MemoryEstimate;
import glissade.plan.Plan;
import glissade.plan.PlannedCohort;
import glissade.plan.Resources;
import glissade.plan.SpeedEstimate;
import glissade.plan.Trial;
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
 * @param planning why there, how long it was to take and what it was to need; null in files of an older version
 * @param selection the number that ranks trials
 * @param data every data set, and what was found in it
 * @param digest of the results; null of a part of them
 * @param seconds of training, on the wall, by all processes of the run
 * @param elapsed seconds on the wall from the first to the last of each of these, all together; as {@code seconds} in files of
 *     an older version
 * @param exampleTrials rows seen, times trials that saw them
 * @param mathematics what the trials computed; none in a run of an older version
 * @param continued how often another process went on with it
 */
public record Manifest(
        String name,
        Provenance provenance,
        int trials,
        int diverged,
        int failed,
        int cohorts,
        String engine,
        Planning planning,
        Selection selection,
        List<Source> data,
        String digest,
        double seconds,
        double elapsed,
        long exampleTrials,
        List<Part> mathematics,
        int continued) {
    public Manifest {
        elapsed = Math.max(elapsed, seconds);
        mathematics = mathematics == null ? List.of() : List.copyOf(mathematics);
    }

    /** A data set of the run. */
    public record Source(DataSpec spec, int shards, DataSummary summary) {}

    /**
     * What the plan thought.
     *
     * @param engine why this one
     * @param shards why so many, for each data set
     * @param speed seconds by estimate
     * @param resources what was there to plan for
     * @param memory what it was to take
     * @param notes what the user was told
     */
    public record Planning(
            String engine,
            List<String> shards,
            SpeedEstimate speed,
            Resources resources,
            MemoryEstimate memory,
            List<String> notes) {
        static Planning of(Plan plan) {
            return new Planning(
                    plan.engine().reason(),
                    plan.data().stream().map(data -> data.shards().reason()).toList(),
                    plan.speed(),
                    plan.resources(),
                    plan.memory(),
                    plan.notes());
        }
    }

    /** Of a run that has just begun. */
    static Manifest of(Plan plan, Provenance provenance) {
        return of(plan, provenance, SweepOutcome.of(List.of()), null, TimeSheet.Spent.NOTHING, 0);
    }

    static Manifest of(
            Plan plan,
            Provenance provenance,
            SweepOutcome outcome,
            String digest,
            TimeSheet.Spent spent,
            int continued) {
        return new Manifest(
                plan.name(),
                provenance,
                plan.trials().all().size(),
                outcome.count(TrialOutcome.DIVERGED),
                outcome.count(TrialOutcome.FAILED),
                plan.cohorts().size(),
                plan.engine().kind().text(),
                Planning.of(plan),
                plan.selection(),
                plan.data().stream()
                        .map(data -> new Source(data.spec(), data.shards().count(), data.summary()))
                        .toList(),
                digest,
                spent.training(),
                spent.seconds(),
                outcome.exampleTrials(),
                mathematics(plan),
                continued);
    }

    private static List<Part> mathematics(Plan plan) {
        Parts parts = new Parts();
        for (PlannedCohort cohort : plan.cohorts()) {
            long rows = cohort.data().summary().trainingRows();
            for (Trial trial : cohort.trials()) {
                parts.add(cohort.architecture(), trial.training(), rows);
            }
        }
        return parts.all();
    }
}
