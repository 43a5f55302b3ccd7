package glissade.engine;

import glissade.data.DataSummary;
import glissade.data.ShardedData;
import glissade.model.Architecture;
import glissade.model.ParameterLayout;
import glissade.numeric.CacheLines;
import glissade.optim.Initialiser;
import glissade.optim.Lanes;
import glissade.optim.TrainingSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cohort that has met its data, with the lanes that still take part in it: everything that stays the same from step to
 * step.
 */
final class Cohort implements Serializable {
    private static final long serialVersionUID = 1;

    private final CohortSpec spec;
    private final DataSummary data;
    private final int shards;
    private final int[] slots;

    /** With all its lanes. */
    Cohort(CohortSpec spec, DataSummary data, int shards) {
        this(spec, data, shards, IntStream.range(0, spec.lanes().size()).toArray());
    }

    private Cohort(CohortSpec spec, DataSummary data, int shards, int[] slots) {
        this.spec = spec;
        this.data = data;
        this.shards = shards;
        this.slots = slots;
    }

    /** What is assigned. */
    static Cohort of(Assignment assignment) {
        ShardedData data = assignment.data();
        return new Cohort(assignment.cohort(), data.summary(), data.shards());
    }

    /** With some lanes only, by their place in the specification. */
    Cohort with(int[] someSlots) {
        return new Cohort(spec, data, shards, someSlots);
    }

    /** Names it among all cohorts, see {@link CohortSpec#key}. */
    String key() {
        return spec.key(data, shards);
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

    /** Lanes that take part. */
    int lanes() {
        return slots.length;
    }

    LaneSpec lane(int lane) {
        return spec.lanes().get(slots[lane]);
    }

    Architecture architecture() {
        return Architecture.of(spec.model(), data.features(), data.classes());
    }

    /** What a training row's gradient is multiplied by, by its class; null for nothing. */
    float[] classWeights() {
        return spec.model().classWeight().weights(data.classRows());
    }

    ParameterLayout layout() {
        return new ParameterLayout(architecture(), lanes());
    }

    /** Rows of a full batch. */
    long batchRows() {
        return lane(0).training().batchSize().rows(data.trainingRows());
    }

    BatchOrder order() {
        return new BatchOrder(spec.orderSeed(), data.trainingRows(), shards, batchRows());
    }

    /** The lanes as update rules see them. */
    Lanes updateLanes(ParameterLayout layout) {
        List<TrainingSpec> specs = new ArrayList<>();
        for (int lane = 0; lane < lanes(); lane++) {
            specs.add(lane(lane).training());
        }
        return new Lanes(specs, layout.width());
    }

    /** Each lane's starting parameters; padding is zero. */
    float[] initialParameters() {
        ParameterLayout layout = layout();
        float[] parameters = CacheLines.floats(layout.size());
        for (int lane = 0; lane < lanes(); lane++) {
            layout.write(initial(layout.architecture(), lane(lane)), lane, parameters);
        }
        return parameters;
    }

    private static float[] initial(Architecture architecture, LaneSpec lane) {
        float[] logical = new float[architecture.parameters()];
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int fanIn = architecture.inputs(layer);
            int fanOut = architecture.outputs(layer);
            for (int row = 0; row < architecture.rows(layer); row++) {
                boolean bias = row == fanIn;
                Initialiser initialiser =
                        bias ? lane.training().biases() : lane.training().weights();
                for (int unit = 0; unit < fanOut; unit++) {
                    logical[next++] = initialiser.value(lane.seed(), layer, bias ? -1 : row, unit, fanIn, fanOut);
                }
            }
        }
        return logical;
    }
}
