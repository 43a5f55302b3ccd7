package glissade.bench;

import glissade.data.DataSummary;
import glissade.data.Split;
import glissade.engine.CohortSpec;
import glissade.engine.Evaluation;
import glissade.engine.LaneSpec;
import glissade.engine.Selection;
import glissade.model.Activation;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Schedules;
import glissade.optim.StopRules;
import glissade.optim.TrainingSpec;
import glissade.plan.PlannedLanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one measurement trains, in words that the peers understand too: {@code model=softmax|mlp optimizer=NAME batch=N
 * epochs=N rates=A,B,... lanes=N|planned}, a trial for each rate, in cohorts of so many lanes.
 */
final class Request {
    private static final int HIDDEN = 128;
    private static final long SEED = 42;

    private final Map<String, String> words = new LinkedHashMap<>();

    Request(String line) {
        for (String word : line.trim().split(" +")) {
            int equals = word.indexOf('=');
            words.put(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    private ModelSpec model() {
        return words.get("model").equals("mlp")
                ? ModelSpec.mlp(Activation.RELU, HIDDEN)
                : ModelSpec.of(ModelSpec.Type.SOFTMAX);
    }

    private List<LaneSpec> trials() {
        Initialiser weights =
                words.get("model").equals("mlp") ? new Initialiser(Initialiser.Kind.HE, 0, 0) : Initialiser.ZEROS;
        List<LaneSpec> trials = new ArrayList<>();
        for (String rate : words.get("rates").split(",")) {
            TrainingSpec training = new TrainingSpec(
                    Integer.parseInt(words.get("epochs")),
                    BatchSize.of(Integer.parseInt(words.get("batch"))),
                    Double.parseDouble(rate),
                    Schedules.CONSTANT.recipe(),
                    Optimizers.named(words.get("optimizer")).recipe(),
                    Penalty.NONE,
                    Clipping.NONE,
                    weights,
                    Initialiser.ZEROS,
                    StopRules.NONE);
            trials.add(new LaneSpec("rate-" + rate, training, SEED));
        }
        return trials;
    }

    private List<Integer> sizes(int trials, DataSummary data) {
        if (words.get("lanes").equals("planned")) {
            return PlannedLanes.onOneCore(Architecture.of(model(), data.features(), data.classes()), trials);
        }
        int lanes = Integer.parseInt(words.get("lanes"));
        return Collections.nCopies(trials / lanes, lanes);
    }

    /** The trials in cohorts, the test split measured after every epoch. */
    List<CohortSpec> cohorts(DataSummary data) {
        List<LaneSpec> trials = trials();
        List<CohortSpec> cohorts = new ArrayList<>();
        int next = 0;
        for (int size : sizes(trials.size(), data)) {
            cohorts.add(new CohortSpec(
                    cohorts.size(),
                    model(),
                    SEED,
                    new Selection(Split.TRAIN, Selection.Measure.LOSS, false),
                    new Evaluation(false, true, false),
                    trials.subList(next, next + size)));
            next += size;
        }
        return cohorts;
    }

    @Override
    public String toString() {
        return Arrays.toString(words.entrySet().toArray());
    }
}
