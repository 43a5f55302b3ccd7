package glissade.plan;

import glissade.config.ReplicateOrder;
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
        boolean sharedOrder = trials.experiment().sweep().replicateOrder() == ReplicateOrder.SHARED;
        if (trials.isReplicated()
                && sharedOrder
                && trials.all().stream()
                        .anyMatch(trial -> !isDrawn(trial.training().weights())
                                && !isDrawn(trial.training().biases()))) {
            notes.add(
                    "model.init gives every replicate the same starting values, and they share the batch order: all are"
                            + " alike; sweep.replicate-order = own tells them apart");
        }
        return new ArrayList<>(notes);
    }

    /** Replicates differ in what is drawn for them. */
    private static boolean isDrawn(Initialiser values) {
        return values.kind() != Initialiser.Kind.ZEROS && values.kind() != Initialiser.Kind.POINT;
    }

    private static boolean startsAlike(Initialiser weights) {
        return weights.kind() == Initialiser.Kind.ZEROS;
    }
}
