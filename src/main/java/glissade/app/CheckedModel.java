package glissade.app;

import glissade.data.DataSpec;
import glissade.engine.GradientCheck;
import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import glissade.plan.Plan;
import glissade.plan.PlannedCohort;
import glissade.plan.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trial that stands for all whose gradient is computed alike.
 *
 * @param cohort in which it trains
 * @param lane its place there
 */
record CheckedModel(PlannedCohort cohort, int lane) {
    /** What makes another gradient of it; how it is descended does not. */
    private record Kind(
            DataSpec data,
            Architecture architecture,
            boolean penalised,
            Penalty.Form penalty,
            Initialiser weights,
            Initialiser biases) {}

    Trial trial() {
        return cohort.trials().get(lane);
    }

    /** Whether its loss has kinks, where there is no one slope. */
    boolean hasKinks() {
        ModelSpec model = cohort.architecture().model();
        return model.type() == ModelSpec.Type.MLP && model.activation() == Activation.RELU;
    }

    /** One trial of each kind, in the order of the plan: the first of those with the most rows to check on. */
    static List<CheckedModel> of(Plan plan) {
        Map<Kind, CheckedModel> kinds = new LinkedHashMap<>();
        for (PlannedCohort cohort : plan.cohorts()) {
            for (int lane = 0; lane < cohort.trials().size(); lane++) {
                CheckedModel model = new CheckedModel(cohort, lane);
                kinds.merge(model.kind(), model, (first, other) -> other.rows() > first.rows() ? other : first);
            }
        }
        return new ArrayList<>(kinds.values());
    }

    private Kind kind() {
        Penalty penalty = trial().training().penalty();
        return new Kind(
                trial().data(),
                cohort.architecture(),
                penalty.isPresent(),
                penalty.form(),
                trial().training().weights(),
                trial().training().biases());
    }

    private long rows() {
        return Math.min(cohort.batchRows(), GradientCheck.MOST_ROWS);
    }
}
