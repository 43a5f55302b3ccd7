package glissade.engine;

import glissade.data.ResidentData;
import glissade.data.Shard;
import glissade.data.ShardedData;
import glissade.engine.ResidentStates.Resident;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task does for a pack of cohorts: one after the other is trained for what is left of the leg. Those that it does not
 * come to are not begun, so nobody waits for long behind a cohort that takes longer than was thought.
 */
final class LegTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final ArrayList<Leg> legs = new ArrayList<>();
    private final long nanos;

    /** With so long a leg; it ends with the first epoch after that, or, where states stay where they are, with the step. */
    LegTask(long nanos) {
        this.nanos = nanos;
    }

    /**
     * One cohort's.
     *
     * @param epochs that the driver has heard of
     */
    private record Leg(Cohort cohort, ShardedData data, Saving saving, int epochs) implements Serializable {}

    void add(OpenCohort open) {
        Assignment assignment = open.assignment();
        legs.add(new Leg(open.cohort(), assignment.data(), assignment.saving(), open.epochs()));
    }

    /** A report of each cohort that had its turn, in order; the first always has. */
    List<LegReport> run(List<CohortState> states) {
        Denormals.check();
        long end = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE / 2);
        List<LegReport> reports = new ArrayList<>();
        do {
            int next = reports.size();
            Leg leg = legs.get(next);
            reports.add(leg.saving().isByExecutors() ? stay(leg, end) : travel(leg, states.get(next), end));
        } while (reports.size() < legs.size() && System.nanoTime() < end);
        return reports;
    }

    /** Keeps the states that are here in a safe place, as nobody will go on with them; what went wrong with that. */
    List<String> save() {
        List<String> troubles = new ArrayList<>();
        for (Leg leg : legs) {
            Resident resident = ResidentStates.take(leg.cohort());
            if (resident != null) {
                resident.saver().save(resident.state());
                troubles.addAll(resident.saver().troubles());
            }
        }
        return troubles;
    }

    /** With a state that came from the driver and goes back to it. */
    private static LegReport travel(Leg leg, CohortState begun, long end) {
        CohortState state = begun == null ? new CohortState(leg.cohort()) : begun;
        CohortLoop loop = loop(leg, state);
        do {
            loop.epoch();
        } while (loop.goesOn() && System.nanoTime() < end);
        return report(leg, loop, state, loop.goesOn() ? state : null, List.of());
    }

    /** With the state that the leg before has left here; if it is not here, with the last one that was kept. */
    private static LegReport stay(Leg leg, long end) {
        Resident here = ResidentStates.take(leg.cohort());
        Resident resident = here == null ? Resident.fetched(leg.cohort(), leg.saving()) : here;
        CohortState state = resident.state();
        StateSaver saver = resident.saver();
        long first = state.steps();
        CohortLoop loop = loop(leg, state);
        while (loop.goesOn() && (state.steps() == first || System.nanoTime() < end)) {
            loop.epoch(() -> saver.isDue(state)
                    || (state.steps() > first && StateSaver.isTimeToLook(state) && System.nanoTime() >= end));
            if (saver.isDue(state)) {
                saver.save(state);
            }
        }
        LegReport report = report(leg, loop, state, null, saver.troubles());
        if (loop.goesOn()) {
            ResidentStates.put(leg.cohort(), Resident.of(state, saver));
        }
        return report;
    }

    private static CohortLoop loop(Leg leg, CohortState state) {
        List<Shard> shards = ResidentData.of(leg.data());
        return new CohortLoop(leg.cohort(), state, present -> new Stepper(present, state, shards, Kernels.best()));
    }

    private static LegReport report(
            Leg leg, CohortLoop loop, CohortState state, CohortState travelling, List<String> troubles) {
        List<List<CurvePoint>> epochs = new ArrayList<>();
        for (int epoch = leg.epochs() + 1; epoch <= state.epochs(); epoch++) {
            epochs.add(state.points(epoch));
        }
        List<LaneResult> results = loop.goesOn() ? null : loop.results();
        return new LegReport(travelling, epochs, results, troubles, state.nanos());
    }
}
