package glissade.plan;

import glissade.data.DataSpec;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is allowed, and yet worth a word. */
final class PlanNotes {
    private PlanNotes() {}

    static List<String> of(Trials trials, Map<DataSpec, PlannedData> data) {
        Set<String> notes = new LinkedHashSet<>(trials.notes());
        data.values().forEach(each -> notes.addAll(each.summary().notes()));
        for (Trial trial : trials.all()) {
            long rows = data.get(trial.data()).summary().trainingRows();
            BatchSize batch = trial.training().batchSize();
            if (batch.count() > rows) {
                notes.add("batch-size " + Numbers.grouped(batch.count()) + " is above the "
                        + Numbers.counted(rows, "training row") + ": trains as all");
            }
            if (trial.model().type() == ModelSpec.Type.MLP
                    && startsAlike(trial.training().weights())) {
                notes.add("model.init = zeros makes all units of a hidden layer learn the same");
            }
        }
        return new ArrayList<>(notes);
    }

    private static boolean startsAlike(Initialiser weights) {
        return weights.kind() == Initialiser.Kind.ZEROS;
    }
}
