package glissade.optim;

/** How a gradient becomes a step. To add one: a class like {@link Adam}, its test, a line in {@link Optimizers}. */
public interface Optimizer extends Kind {
    /** Arrays as long as the parameters that it keeps from step to step. */
    int moments();

    /** Numbers a lane, other than those arrays, that it keeps: all start at 1. */
    default int products() {
        return 0;
    }

    /** Whether a parameter with zero gradient, and its moments, stay as they are, so that it need not be touched. */
    default boolean skipsZeros() {
        return false;
    }

    /** The rule for the lanes of one cohort, which all have this optimizer in the same shape. */
    Rule rule(Lanes lanes);
}
