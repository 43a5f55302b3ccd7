package glissade.engine;

import java.util.List;

/** A cohort on its way through the legs of its training, as the driver sees it. */
final class OpenCohort {
    private final Assignment assignment;
    private final Cohort cohort;
    private final StateSaver saver;
    private CohortState state;
    private String place;
    private int legs;
    private int epochs;
    private boolean over;

    OpenCohort(Assignment assignment) {
        this.assignment = assignment;
        this.cohort = Cohort.of(assignment);
        this.saver = new StateSaver(isTravelling() ? assignment.saving() : Saving.NONE, cohort);
        this.state = saver.last();
    }

    private boolean isTravelling() {
        return !assignment.saving().isByExecutors();
    }

    Assignment assignment() {
        return assignment;
    }

    Cohort cohort() {
        return cohort;
    }

    /** Where its last leg was trained, and its state may still be; null before the first. */
    String place() {
        return place;
    }

    /** Null before the first leg, or where it stays with those who train. */
    CohortState state() {
        return state;
    }

    /** Legs behind it. */
    int legs() {
        return legs;
    }

    /** Epochs behind it. */
    int epochs() {
        return epochs;
    }

    /** Whether it has ended or failed. */
    boolean isOver() {
        return over;
    }

    /** Tells of a leg; a listener that throws ends its own cohort and no other. */
    void advance(LegReport leg, String where) {
        legs++;
        state = leg.state();
        place = where;
        try {
            leg.troubles().forEach(assignment::notSaved);
            assignment.spent(leg.nanos());
            for (List<CurvePoint> points : leg.epochs()) {
                epochs++;
                assignment.epochDone(assignment.cohort(), points);
            }
            assignment.legDone(assignment.cohort(), leg.epochs().size());
            if (leg.results() != null) {
                over = true;
                assignment.ended(leg.results());
            } else if (state != null && saver.isDue(state)) {
                save();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Keeps the state, if it is here. */
    void save() {
        if (state != null) {
            saver.save(state);
        }
        saver.troubles().forEach(assignment::notSaved);
    }

    void fail(Exception failure) {
        over = true;
        assignment.failed(failure);
    }
}
