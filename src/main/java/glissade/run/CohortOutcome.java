package glissade.run;

import java.util.List;

/**
 * What became of a cohort.
 *
 * @param trials one for each lane
 * @param seconds on the wall
 * @param exampleTrials rows seen, times trials that saw them
 */
record CohortOutcome(SweepCohort cohort, List<TrialOutcome> trials, double seconds, long exampleTrials) {
    static CohortOutcome of(SweepCohort cohort, List<TrialOutcome> trials, double seconds) {
        long epochs = trials.stream().mapToLong(trial -> trial.curve().size()).sum();
        return new CohortOutcome(cohort, trials, seconds, epochs * cohort.trainingRows());
    }
}
