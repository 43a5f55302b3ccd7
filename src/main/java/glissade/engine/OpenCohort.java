package glissade.engine;

import java.util.List;

/** A cohort on its way through the legs of its training, as the driver sees it. */
final class OpenCohort {
    private final Assignment assignment;
    private final Cohort cohort;
    private CohortState state;
    private int legs;
    private int epochs;
    private boolean over;

    OpenCohort(Assignment assignment) {
        this.assignment = assignment;
        this.cohort = new Cohort(
                assignment.cohort(),
                assignment.data().summary(),
                assignment.data().shards());
    }

    Assignment assignment() {
        return assignment;
    }

    Cohort cohort() {
        return cohort;
    }

    /** Null before the first leg. */
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
    void advance(LegReport leg) {
        legs++;
        state = leg.state();
        try {
            for (List<CurvePoint> points : leg.epochs()) {
                epochs++;
                assignment.epochDone(assignment.cohort(), points);
            }
            assignment.legDone(assignment.cohort(), leg.epochs().size(), leg.nanos());
            if (leg.results() != null) {
                over = true;
                assignment.ended(leg.results());
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    void fail(Exception failure) {
        over = true;
        assignment.failed(failure);
    }
}
