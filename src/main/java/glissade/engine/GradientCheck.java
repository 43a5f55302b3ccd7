package glissade.engine;

import glissade.data.ShardedData;
import glissade.data.Split;
import glissade.model.Architecture;
import glissade.model.CentralDifference;
import glissade.model.ExactLoss;
import glissade.model.Tensor;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.KeyedPermutation;
import glissade.optim.Penalty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds the gradient that one lane of a cohort descends, in float and beside its neighbours as it will run, against
 * {@link CentralDifference central differences} of the {@link ExactLoss loss in double}.
 *
 * <p><b>Error.</b> {@code |gradient - slope|} over the mean size of the rows' slopes (the rows' slopes may cancel in their
 * mean, their roundings do not), but over no less than a tenth of the largest such size in the tensor, nor than what the
 * differences themselves can resolve.
 *
 * <p><b>Threshold.</b> A gradient is made of float chains: as long as a layer has inputs on the way up, outputs on the way
 * down, and rows at the end. The error of a chain of k roundings grows like {@code u sqrt(k)}, u = 2^-24 (Higham and Mary, "A
 * new approach to probabilistic rounding error analysis", SIAM J. Sci. Comput. 41, 2019), relative to its largest partial
 * sum; the error of a pre-activation of size Z, turned into one of a probability or an activation, is relative to 1. So
 * {@code u (1 + Z) (sqrt(rows) + sum over layers of sqrt(inputs) + sqrt(outputs))} is the most to expect, and {@value #MARGIN}
 * times that is allowed, but never more than 1 %: what is coarser checks nothing.
 */
public final class GradientCheck {
    /** The most rows of a batch that are used. */
    public static final int MOST_ROWS = 32;
    /** The most parameters of a tensor that are compared, a fixed random choice if it has more. */
    public static final int MOST_PARAMETERS = 1_000;
    /** How many times the expected rounding error is allowed. */
    public static final int MARGIN = 4;

    /** Of large models fewer are compared: so many that all their forward passes together stay near 2^32 products. */
    private static final long MOST_PRODUCTS = 1L << 31;

    private static final int LEAST_PARAMETERS = 20;
    private static final double FLOAT_ROUNDING = 0x1p-24;
    private static final double COARSEST = 0.01;
    private static final double SMALLEST_SIZE = 0.1;

    private final Cohort cohort;
    private final int lane;
    private final Kernels kernels;
    private final Architecture architecture;
    private final Block block;

    /** Of one lane, on the first rows of the first batch, in the first shard if there are several. */
    public GradientCheck(CohortSpec spec, int lane, ShardedData data, Kernels kernels) {
        this.cohort = new Cohort(spec, data.summary(), data.shards());
        this.lane = lane;
        this.kernels = kernels;
        this.architecture = cohort.architecture();
        this.block = data.load(0).rows(Split.TRAIN);
    }

    public PointCheck at(CheckPoint point) {
        Cohort there = new Cohort(point.of(cohort.spec()), cohort.data(), cohort.shards());
        float[] parameters = there.initialParameters();
        float[] logical = new float[architecture.parameters()];
        there.layout().read(parameters, lane, logical);
        int[] rows = firstRows(there);
        ExactLoss all = exactLoss(rows, logical);
        double rounding = rounding(rows.length, all.largestPreactivation());
        int[] clear = IntStream.range(0, rows.length)
                .filter(row -> all.distanceToKink(row) > rounding)
                .map(row -> rows[row])
                .toArray();
        if (clear.length == 0) {
            return PointCheck.impossible(architecture, rows.length);
        }
        float[] gradient = new float[architecture.parameters()];
        there.layout().read(new MeanGradient(there, kernels).of(block, clear, parameters), lane, gradient);
        CentralDifference difference = new CentralDifference(exactLoss(clear, logical));
        double threshold = Math.min(COARSEST, MARGIN * rounding);
        List<TensorCheck> checks = Tensor.of(architecture).stream()
                .map(tensor -> check(tensor, gradient, difference, clear.length, threshold))
                .toList();
        return new PointCheck(clear.length, rows.length - clear.length, checks);
    }

    static int[] firstRows(Cohort cohort) {
        BatchOrder order = cohort.order();
        int[] rows = new int[order.mostRowsOfShard()];
        return Arrays.copyOf(rows, Math.min(order.rows(0, 0, 0, rows), MOST_ROWS));
    }

    private ExactLoss exactLoss(int[] rows, float[] logical) {
        Penalty penalty = cohort.lane(lane).training().penalty();
        // The penalty of a squared norm of 2: what a weight is multiplied by in the slope.
        double decay = penalty.isPresent() ? penalty.value(2, rows.length) : 0;
        ExactLoss loss = new ExactLoss(architecture, block, rows, decay, cohort.classWeights());
        loss.set(logical);
        return loss;
    }

    /** The relative error to expect of a float gradient. */
    private double rounding(int rows, double preactivation) {
        double chains = Math.sqrt(rows);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            chains += Math.sqrt(architecture.inputs(layer)) + Math.sqrt(architecture.outputs(layer));
        }
        return FLOAT_ROUNDING * (1 + preactivation) * chains;
    }

    private TensorCheck check(
            Tensor tensor, float[] gradient, CentralDifference difference, int rows, double threshold) {
        int[] parameters = chosen(tensor, rows);
        double[] gaps = new double[parameters.length];
        double[] sizes = new double[parameters.length];
        int checked = 0;
        double largestSize = 0;
        double largestSlope = 0;
        for (int parameter : parameters) {
            if (difference.measure(parameter)) {
                gaps[checked] = Math.abs(gradient[parameter] - difference.slope());
                sizes[checked] = difference.size();
                largestSize = Math.max(largestSize, difference.size());
                largestSlope = Math.max(largestSlope, Math.abs(difference.slope()));
                checked++;
            }
        }
        double smallest = Math.max(SMALLEST_SIZE * largestSize, difference.noise() / threshold);
        double worst = 0;
        for (int i = 0; i < checked; i++) {
            worst = Math.max(worst, gaps[i] / Math.max(sizes[i], smallest));
        }
        return new TensorCheck(tensor, checked, parameters.length - checked, largestSlope, worst, threshold);
    }

    private int[] chosen(Tensor tensor, int rows) {
        long affordable = MOST_PRODUCTS / ((long) rows * architecture.parameters());
        int most = (int) Math.max(LEAST_PARAMETERS, Math.min(MOST_PARAMETERS, affordable));
        if (tensor.count() <= most) {
            return IntStream.range(tensor.from(), tensor.end()).toArray();
        }
        KeyedPermutation order = new KeyedPermutation(tensor.count(), 0, 0, 0);
        return IntStream.range(0, most)
                .map(i -> tensor.from() + (int) order.at(i))
                .toArray();
    }
}
