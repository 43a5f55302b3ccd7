package glissade.engine;

import glissade.data.ShardedData;
import glissade.data.Split;
import glissade.engine.GradientCost.Seconds;
import glissade.model.ExactLoss;
import glissade.model.FullGradient;
import glissade.model.LossSums;
import glissade.model.Model;
import glissade.model.ModelSpec;
import glissade.model.ParameterLayout;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures what the gradient of one trial costs, of a perceptron also at other depths. Backpropagation is a fixed multiple
 * of a forward pass, whatever the depth; differences take two forward passes for each parameter. The numeric time is that of
 * a forward pass, measured, times twice the parameters.
 */
public final class GradientTimings {
    private static final int DEPTHS = 4;
    private static final int PIECES = 4;

    private final CohortSpec cohort;
    private final LaneSpec lane;
    private final ShardedData data;
    private final Block block;
    private final Kernels kernels;
    /** Keeps the compiler from dropping what nobody reads. */
    private double seen;

    /** Of one lane of a cohort, as if it trained alone. */
    public GradientTimings(CohortSpec spec, int lane, ShardedData data, Kernels kernels) {
        this.cohort = spec;
        this.lane = CheckPoint.RANDOM.of(spec.lanes().get(lane));
        this.data = data;
        this.block = data.load(0).rows(Split.TRAIN);
        this.kernels = kernels;
    }

    /** The model itself; a perceptron with 1 to 4 hidden layers or as many as it has, its last repeated where it has fewer. */
    public List<GradientCost> measure() {
        List<Cohort> trials = models().stream().map(this::alone).toList();
        List<Runnable> pieces = new ArrayList<>();
        trials.forEach(trial -> {
            pieces.addAll(exact(trial));
            pieces.addAll(kernels(trial));
        });
        double[] medians = MedianTimes.seconds(pieces);
        return IntStream.range(0, trials.size())
                .mapToObj(i -> cost(trials.get(i), Arrays.copyOfRange(medians, PIECES * i, PIECES * (i + 1))))
                .toList();
    }

    private List<ModelSpec> models() {
        ModelSpec model = cohort.model();
        if (model.type() != ModelSpec.Type.MLP) {
            return List.of(model);
        }
        return IntStream.rangeClosed(1, Math.max(DEPTHS, model.hidden().size()))
                .mapToObj(depth -> withDepth(model, depth))
                .toList();
    }

    private static ModelSpec withDepth(ModelSpec model, int depth) {
        List<Integer> given = model.hidden();
        List<Integer> hidden = IntStream.range(0, depth)
                .mapToObj(layer -> given.get(Math.min(layer, given.size() - 1)))
                .toList();
        return model.withHidden(hidden);
    }

    private Cohort alone(ModelSpec model) {
        CohortSpec spec = new CohortSpec(
                cohort.number(), model, cohort.orderSeed(), cohort.selection(), cohort.evaluation(), List.of(lane));
        return new Cohort(spec, data.summary(), data.shards());
    }

    /** Backpropagation and a forward pass in double. */
    private List<Runnable> exact(Cohort trial) {
        float[] logical = new float[trial.architecture().parameters()];
        trial.layout().read(trial.initialParameters(), 0, logical);
        ExactLoss loss =
                new ExactLoss(trial.architecture(), block, GradientCheck.firstRows(trial), 0, trial.classWeights());
        loss.set(logical);
        double[] gradient = new double[logical.length];
        return List.of(() -> loss.gradient(gradient), () -> seen += loss.value());
    }

    /** The same in the kernels. */
    private List<Runnable> kernels(Cohort trial) {
        int[] rows = GradientCheck.firstRows(trial);
        ParameterLayout layout = trial.layout();
        float[] parameters = trial.initialParameters();
        Model model = Model.of(layout, kernels, rows.length, trial.classWeights());
        LossSums sums = new LossSums(1);
        FullGradient gradient = new FullGradient(layout.size());
        return List.of(
                () -> {
                    gradient.clear();
                    model.gradient(block, rows, rows.length, parameters, sums, gradient);
                },
                () -> model.forward(block, rows, rows.length, parameters, sums));
    }

    private static GradientCost cost(Cohort trial, double[] medians) {
        double passes = 2.0 * trial.architecture().parameters();
        return new GradientCost(
                trial.architecture(),
                GradientCheck.firstRows(trial).length,
                new Seconds(medians[0], passes * medians[1]),
                new Seconds(medians[2], passes * medians[3]));
    }
}
