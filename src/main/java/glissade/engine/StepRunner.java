package glissade.engine;

import glissade.data.Split;
import glissade.model.LossSums;

/** Carries out one cohort's steps and evaluations somewhere. */
interface StepRunner {
    /** One update of the state's parameters; fills in the sums of the batch before it. */
    void step(CohortState state, long step, LossSums batch);

    /** Fills in the sums of a whole split. */
    void evaluate(float[] parameters, Split split, LossSums sums);
}
