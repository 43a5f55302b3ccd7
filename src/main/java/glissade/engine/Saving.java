package glissade.engine;

import java.io.Serializable;

/**
 * How often the state of a cohort is kept while it trains; changes no bit of what becomes of it.
 *
 * @param store where; null for nowhere
 * @param everyMinutes time between two states, stretched where one takes so long to write that it would cost more than 2 %
 * @param everySteps steps between two states, however long they take; 0 for none
 */
public record Saving(StateStore store, double everyMinutes, long everySteps) implements Serializable {
    public static final Saving NONE = new Saving(null, 0, 0);

    /** Whether states stay where they are trained, as they can be kept from there. */
    boolean isByExecutors() {
        return store != null && store.isReachedByExecutors();
    }
}
