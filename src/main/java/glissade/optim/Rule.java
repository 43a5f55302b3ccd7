package glissade.optim;

/** An optimizer at work on one cohort. */
public interface Rule {
    /** Once a step, before its slices, when each lane's rate is known. */
    default void begin(OptimizerState state) {}

    /** Moves the parameters of a slice against its gradient, which it may use up. */
    void apply(Slice slice);
}
