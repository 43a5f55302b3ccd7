package glissade.engine;

import glissade.data.Split;
import glissade.model.LossSums;
import java.util.Map;

/** Carries out one cohort's steps and evaluations somewhere. */
interface StepRunner {
    /**
     * One update of the state's parameters; fills in the sums of the batch before it, and the norms unless they are null.
     *
     * @param rates each present lane's rate
     */
    void step(CohortState state, long step, double[] rates, LossSums batch, LayerNorms norms);

    /** Fills in the sums of whole splits. */
    void evaluate(float[] parameters, Map<Split, LossSums> sums);
}
