package glissade.engine;

import java.util.List;
import java.util.function.BiFunction;

/** Trains a cohort in the calling thread, from where it was when its state was last kept to its end. */
final class StraightTraining {
    private final Assignment assignment;
    private final StateSaver saver;
    private final CohortState state;
    private final CohortLoop loop;

    /** {@code runners} carries out the steps of lanes of a state. */
    StraightTraining(Assignment assignment, BiFunction<Cohort, CohortState, StepRunner> runners) {
        this.assignment = assignment;
        Cohort cohort = Cohort.of(assignment);
        this.saver = new StateSaver(assignment.saving(), cohort);
        this.state = saver.lastOrFirst();
        this.loop = new CohortLoop(cohort, state, present -> runners.apply(present, state));
    }

    void run() {
        for (int epoch = 1; epoch <= state.epochs(); epoch++) {
            assignment.epochDone(assignment.cohort(), state.points(epoch));
        }
        while (loop.goesOn() && !assignment.isStopping()) {
            if (loop.epoch(() -> saver.isDue(state) || assignment.isStopping())) {
                assignment.epochDone(assignment.cohort(), state.points(state.epochs()));
            }
            if (saver.isDue(state)) {
                saver.save(state);
            }
            saver.troubles().forEach(assignment::notSaved);
        }
        if (loop.goesOn()) {
            saver.save(state);
            saver.troubles().forEach(assignment::notSaved);
            assignment.spent(state.nanos());
            assignment.paused();
        } else {
            List<LaneResult> results = loop.results();
            assignment.spent(state.nanos());
            assignment.ended(results);
        }
    }
}
