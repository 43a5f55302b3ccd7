package glissade.predict;

import glissade.data.DataSummary;
import glissade.data.RowScaling;
import glissade.data.Scaling;
import glissade.data.Split;
import glissade.data.TableCoding;
import glissade.engine.ScoredShard;
import glissade.model.Scorer;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.store.DetailSchemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a model of two features says at every point of a grid over the plane in which its data lies. */
public final class Boundary {
    private static final int STEPS = 100;
    private static final double PADDING = 0.1;

    private final ModelDescription model;
    private final List<ScoredShard> shards;
    private final float[] parameters;
    private final double[] xs;
    private final double[] ys;

    /** Over the range that the shards of its data have. */
    public Boundary(ModelDescription model, float[] parameters, List<ScoredShard> shards) {
        this.model = model;
        this.shards = List.copyOf(shards);
        this.parameters = parameters;
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

    /** A table of the grid, row of it by row. */
    public Table grid(String trial) {
        return filled(DetailSchemas.boundary(), parameters, List.of(trial));
    }

    /** The same with the parameters after some epoch, in a table that has a column for it. */
    public Table grid(String trial, int epoch, float[] atEpoch) {
        return filled(DetailSchemas.boundaryEpochs(), atEpoch, List.of(trial, epoch));
    }

    private Table filled(Table table, float[] weights, List<Object> key) {
        Scorer scorer = new Scorer(model.architecture(), weights, Kernels.best());
        RowScaling scaling = RowScaling.of(model.scaling(), 2);
        for (double y : ys) {
            float[] points = new float[2 * STEPS];
            for (int i = 0; i < STEPS; i++) {
                points[2 * i] = (float) xs[i];
                points[2 * i + 1] = (float) y;
            }
            scorer.score(scaling.scaled(Block.dense(2, points, new float[STEPS])), 0, STEPS);
            for (int i = 0; i < STEPS; i++) {
                List<Object> row = new ArrayList<>(key);
                row.addAll(said(scorer, i, y));
                table.add(row);
            }
        }
        return table;
    }

    /** Appends rows of the data to a table, in raw units but for rounding. */
    public void addPointsTo(Table table, String trial) {
        for (Split split : Split.values()) {
            int left = ScoredShard.MOST_POINTS;
            for (ScoredShard shard : shards) {
                int count = Math.min(left, shard.points(split));
                for (int row = 0; row < count; row++) {
                    table.add(point(shard, split, row, trial));
                }
                left -= count;
            }
        }
    }

    private List<?> point(ScoredShard shard, Split split, int row, String trial) {
        boolean classifies = model.architecture().classifies();
        float target = shard.target(split, row);
        return Arrays.asList(
                trial,
                split.name().toLowerCase(Locale.ROOT),
                (double) (float) raw(shard.feature(split, row, 0), 0, model.scaling()),
                (double) (float) raw(shard.feature(split, row, 1), 1, model.scaling()),
                classifies ? model.data().classNames().get((int) target) : null,
                classifies ? null : (Object) (double) target);
    }

    private List<Object> said(Scorer scorer, int point, double y) {
        boolean classifies = model.architecture().classifies();
        int predicted = scorer.predictedClass(point);
        boolean probable = predicted >= 0 && Scorer.probabilities(model.architecture()) > 0;
        return Arrays.asList(
                xs[point],
                y,
                predicted < 0 ? null : model.data().classNames().get(predicted),
                classifies ? null : (Object) (double) scorer.value(point),
                probable ? (Object) (double) scorer.probability(point, predicted) : null);
    }
}
