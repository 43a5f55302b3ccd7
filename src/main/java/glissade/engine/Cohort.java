package glissade.engine;

import glissade.data.DataSummary;
import glissade.model.Architecture;
import glissade.model.ParameterLayout;
import glissade.optim.Initialiser;
import glissade.optim.LaneConstants;
import glissade.optim.TrainingSpec;
import glissade.model.Slices;
import java.io.Serializable;

/** A cohort that has met its data: everything that stays the same from step to step, derived from spec and summary alone. */
final class Cohort implements Serializable {
    private static final long serialVersionUID = 1;

    private final CohortSpec spec;
    private final DataSummary data;
    private final int shards;

    Cohort(CohortSpec spec, DataSummary data, int shards) {
        this.spec = spec;
        this.data = data;
        this.shards = shards;
    }

    CohortSpec spec() {
        return spec;
    }

    DataSummary data() {
        return data;
    }

    int shards() {
        return shards;
    }

    int lanes() {
        return spec.lanes().size();
    }

    /** What all lanes share; lanes differ in rates, seeds and starting values only. */
    TrainingSpec shared() {
        return spec.lanes().get(0).training();
    }

    ParameterLayout layout() {
        return new ParameterLayout(Architecture.of(spec.model(), data.features(), data.classes()), lanes());
    }

    BatchOrder order() {
        long batchRows = shared().batchSize().rows(data.trainingRows());
        return new BatchOrder(spec.orderSeed(), data.trainingRows(), shards, batchRows);
    }

    /** Each lane's starting parameters; padding is zero. */
    float[] initialParameters() {
        ParameterLayout layout = layout();
        float[] parameters = new float[layout.size()];
        float[] logical = new float[layout.architecture().parameters()];
        for (int lane = 0; lane < lanes(); lane++) {
            initialise(layout.architecture(), spec.lanes().get(lane), logical);
            layout.write(logical, lane, parameters);
        }
        return parameters;
    }

    private static void initialise(Architecture architecture, LaneSpec lane, float[] logical) {
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int fanIn = architecture.inputs(layer);
            int fanOut = architecture.outputs(layer);
            for (int input = 0; input <= fanIn; input++) {
                boolean bias = input == fanIn;
                Initialiser initialiser = bias ? lane.training().biases() : lane.training().weights();
                for (int unit = 0; unit < fanOut; unit++) {
                    logical[next++] =
                            initialiser.value(lane.seed(), layer, bias ? -1 : input, unit, fanIn, fanOut);
                }
            }
        }
    }

    /** Each lane's rate, laid out for slices. */
    LaneConstants rates(ParameterLayout layout) {
        LaneConstants rates = new LaneConstants(layout.width(), Slices.largest(layout));
        for (int lane = 0; lane < lanes(); lane++) {
            rates.set(lane, (float) spec.lanes().get(lane).training().learningRate());
        }
        return rates;
    }
}
