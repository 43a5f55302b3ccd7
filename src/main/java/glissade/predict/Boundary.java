package glissade.predict;

import glissade.data.DataSummary;
import glissade.data.RowScaling;
import glissade.data.Scaling;
import glissade.data.TableCoding;
import glissade.engine.ScoredShard;
import glissade.model.Scorer;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.store.Table;
import java.util.Arrays;
import java.util.List;

/** What a model of two features says at every point of a grid over the plane in which its data lies. */
public final class Boundary {
    private static final int STEPS = 100;
    private static final double PADDING = 0.1;

    private final ModelDescription model;
    private final Scorer scorer;
    private final double[] xs;
    private final double[] ys;

    /** Over the range that the shards of its data have. */
    public Boundary(ModelDescription model, float[] parameters, List<ScoredShard> shards) {
        this.model = model;
        this.scorer = new Scorer(model.architecture(), parameters, Kernels.best());
        this.xs = grid(0, model.scaling(), shards);
        this.ys = grid(1, model.scaling(), shards);
    }

    /** Whether data lies in a plane: two features, both numbers. */
    public static boolean fits(DataSummary data, TableCoding coding) {
        return data.features() == 2 && (coding == null || coding.hasOnlyNumbers());
    }

    private static double[] grid(int feature, Scaling scaling, List<ScoredShard> shards) {
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (ScoredShard shard : shards) {
            least = Math.min(least, shard.least(feature));
            largest = Math.max(largest, shard.largest(feature));
        }
        double from = raw(least, feature, scaling);
        double to = raw(largest, feature, scaling);
        double padding = to > from ? PADDING * (to - from) : 1;
        double[] grid = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            grid[i] = (float) (from - padding + (to - from + 2 * padding) * i / (STEPS - 1));
        }
        return grid;
    }

    /** What becomes such a scaled feature, but for rounding. */
    private static double raw(float scaled, int feature, Scaling scaling) {
        double divisor = at(scaling.divisors(), feature, 1);
        return scaled * divisor + at(scaling.shifts(), feature, 0);
    }

    /** Of a feature, or of all of them, or of none. */
    private static double at(List<Double> constants, int feature, double none) {
        return constants.isEmpty() ? none : constants.get(Math.min(feature, constants.size() - 1));
    }

    /** Appends the grid to a table, row of it by row. */
    public void addTo(Table table, String trial) {
        RowScaling scaling = RowScaling.of(model.scaling(), 2);
        for (double y : ys) {
            float[] points = new float[2 * STEPS];
            for (int i = 0; i < STEPS; i++) {
                points[2 * i] = (float) xs[i];
                points[2 * i + 1] = (float) y;
            }
            scorer.score(scaling.scaled(Block.dense(2, points, new float[STEPS])), 0, STEPS);
            for (int i = 0; i < STEPS; i++) {
                add(i, y, table, trial);
            }
        }
    }

    private void add(int point, double y, Table table, String trial) {
        boolean classifies = model.architecture().classifies();
        int predicted = scorer.predictedClass(point);
        boolean probable = predicted >= 0 && Scorer.probabilities(model.architecture()) > 0;
        table.add(Arrays.asList(
                trial,
                xs[point],
                y,
                predicted < 0 ? null : model.data().classNames().get(predicted),
                classifies ? null : (Object) (double) scorer.value(point),
                probable ? (Object) (double) scorer.probability(point, predicted) : null));
    }
}
