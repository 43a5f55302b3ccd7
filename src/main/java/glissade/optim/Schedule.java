package glissade.optim;

/**
 * The rate as a function of time. To add one: a class like {@link InverseTime}, its test, a line in {@link Schedules}. It is
 * evaluated in double and cast once.
 */
public interface Schedule extends Kind {
    /** The rate of a step. */
    double rate(double base, Recipe recipe, Clock clock);

    /** Whether the rate changes within an epoch. */
    default boolean changesByStep() {
        return false;
    }

    /** Whether it watches a metric: then its factor is kept in a {@link PlateauState}. */
    default boolean watches() {
        return false;
    }

    /**
     * When a step happens.
     *
     * @param epoch from 0
     * @param begun epochs at the start of the step, with the fraction of this one that is done
     * @param progress epochs at its end
     * @param epochs of the whole training
     * @param factor what a watched metric has made of the rate so far, 1 if none is watched
     */
    record Clock(int epoch, double begun, double progress, int epochs, double factor) {}
}
