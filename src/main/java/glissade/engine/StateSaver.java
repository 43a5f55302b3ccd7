package glissade.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the state of one cohort now and then. Two names take turns, so that the state before is still there should the last
 * one turn out to be damaged.
 */
final class StateSaver {
    private static final double NANOS_A_MINUTE = 60e9;

    /** So many times what it took to write a state pass before the next one: 2 % at most. */
    private static final long PATIENCE = 49;

    /** Steps between two looks at the clock, as a step may take no longer than a few of these. */
    private static final long LOOK = 16;

    private static final List<String> TURNS = List.of("-a", "-b");

    private final Saving saving;
    private final Cohort cohort;
    private final String name;
    private final List<String> troubles = new ArrayList<>();
    private int turn;
    private long savedSteps;
    private long savedNanos = System.nanoTime();
    private long cost;

    StateSaver(Saving saving, Cohort cohort) {
        this.saving = saving;
        this.cohort = cohort;
        this.name = cohort.key();
    }

    /** The names under which a cohort's states are kept. */
    static List<String> names(String key) {
        return TURNS.stream().map(turn -> key + turn).toList();
    }

    /** The last good state that was kept; null if there is none. */
    CohortState last() {
        CohortState last = null;
        for (int i = 0; saving.store() != null && i < TURNS.size(); i++) {
            CohortState state = read(name + TURNS.get(i));
            if (state != null && (last == null || state.steps() > last.steps())) {
                last = state;
                turn = 1 - i;
                savedSteps = state.steps();
            }
        }
        return last;
    }

    private CohortState read(String file) {
        try {
            return saving.store().read(file, in -> CohortState.read(cohort, in));
        } catch (IOException | RuntimeException e) {
            troubles.add("a checkpoint is not used: " + e.getMessage());
            return null;
        }
    }

    /** That, or the state before the first step. */
    CohortState lastOrFirst() {
        CohortState last = last();
        return last == null ? new CohortState(cohort) : last;
    }

    /** Whether it is time; asked between any two steps. */
    boolean isDue(CohortState state) {
        if (saving.store() == null || state.steps() == savedSteps) {
            return false;
        }
        return (saving.everySteps() > 0 && state.steps() - savedSteps >= saving.everySteps())
                || (isTimeToLook(state) && System.nanoTime() - savedNanos >= distance());
    }

    /** Between epochs, and now and then between steps. */
    static boolean isTimeToLook(CohortState state) {
        return state.stepsOfEpoch() % LOOK == 0;
    }

    private double distance() {
        return Math.max(saving.everyMinutes() * NANOS_A_MINUTE, (double) (PATIENCE * cost));
    }

    /** Keeps a state, if there is a place for it; whoever trains goes on even if that fails. */
    void save(CohortState state) {
        if (saving.store() == null || state.steps() == savedSteps) {
            return;
        }
        long start = System.nanoTime();
        try {
            saving.store().write(name + TURNS.get(turn), out -> state.write(cohort, out));
            turn = 1 - turn;
        } catch (IOException | RuntimeException e) {
            troubles.add("a checkpoint was not written: " + e.getMessage());
        }
        savedSteps = state.steps();
        savedNanos = System.nanoTime();
        cost = savedNanos - start;
    }

    /** What went wrong since this was last asked for. */
    List<String> troubles() {
        List<String> all = List.copyOf(troubles);
        troubles.clear();
        return all;
    }
}
