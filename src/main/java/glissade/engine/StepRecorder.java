package glissade.engine;

import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.model.ParameterLayout;

/** Writes down single steps of the present lanes: loss and rate, and on a landscape the place. Allocates nothing in a step. */
final class StepRecorder {
    private final CohortState state;
    private final ParameterLayout layout;
    private final boolean steps;
    private final float[][] places;

    StepRecorder(Cohort cohort, CohortState state) {
        this.state = state;
        this.layout = cohort.layout();
        this.steps = cohort.spec().evaluation().steps().every() > 0;
        boolean landscape = cohort.spec().model().type() == ModelSpec.Type.SURFACE;
        this.places = landscape ? new float[cohort.lanes()][2] : null;
    }

    /** Makes room for the steps of an epoch. */
    void reserve(long stepsOfEpoch) {
        for (int lane = 0; lane < layout.lanes(); lane++) {
            if (steps) {
                state.lane(lane).steps().reserve(stepsOfEpoch);
            }
            if (places != null) {
                state.lane(lane).trajectory().reserve(stepsOfEpoch);
            }
        }
    }

    /** Remembers where lanes are before a step. */
    void before() {
        if (places != null) {
            for (int lane = 0; lane < places.length; lane++) {
                layout.read(state.parameters(), lane, places[lane]);
            }
        }
    }

    /** Takes the step that was just made; its norms are null unless they are recorded. */
    void after(LossSums batch, double[] rates, LayerNorms norms) {
        for (int lane = 0; (steps || places != null) && lane < layout.lanes(); lane++) {
            if (state.lane(lane).isRunning()) {
                record(state.lane(lane), lane, batch.meanLoss(lane), rates[lane], norms);
            }
        }
    }

    private void record(LaneHistory history, int lane, double loss, double rate, LayerNorms norms) {
        if (steps && history.steps().wants(state.steps())) {
            history.steps().add(rate, loss, norms == null ? Double.NaN : norms.wholeGradient(lane));
        }
        if (places != null && history.trajectory().wants(state.steps() - 1)) {
            history.trajectory().add(places[lane][0], places[lane][1], loss);
        }
    }
}
