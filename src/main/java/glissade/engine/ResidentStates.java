package glissade.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The cohorts that this JVM's tasks have trained for a leg and will, most likely, train for the next. Whoever trains one takes
 * it out: what a task that failed has left behind is not there for its next attempt. Those that nobody came back for, as they
 * went on elsewhere, are let go after a while.
 */
final class ResidentStates {
    private static final long PATIENCE_NANOS = 600_000_000_000L;

    private static final Map<String, Resident> RESIDENTS = new LinkedHashMap<>();

    private ResidentStates() {}

    /** A cohort's state, and who keeps it in a safe place now and then. */
    record Resident(CohortState state, StateSaver saver, long since) {
        static Resident of(CohortState state, StateSaver saver) {
            return new Resident(state, saver, System.nanoTime());
        }

        /** From its last checkpoint, or from its beginning. */
        static Resident fetched(Cohort cohort, Saving saving) {
            StateSaver saver = new StateSaver(saving, cohort);
            return of(saver.lastOrFirst(), saver);
        }
    }

    /** Null if it is not here. */
    static synchronized Resident take(Cohort cohort) {
        return RESIDENTS.remove(cohort.key());
    }

    static synchronized void put(Cohort cohort, Resident resident) {
        Iterator<Resident> oldest = RESIDENTS.values().iterator();
        while (oldest.hasNext() && System.nanoTime() - oldest.next().since() > PATIENCE_NANOS) {
            oldest.remove();
        }
        RESIDENTS.put(cohort.key(), resident);
    }
}
