package glissade.engine;

import glissade.model.Scorer;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What metrics are made of: sums over scored rows whose targets are known. Rows are added to a block of 4,096, blocks to
 * their shard, shards in the canonical tree, as in an evaluation; so the loss has the bits of the trial's.
 */
public final class Scorecard implements Serializable {
    private static final long serialVersionUID = 1;

    private final int classes;
    private long rows;
    private double loss;
    private long correct;
    /** Rows by actual and predicted class, as {@code actual * (classes + 1) + predicted + 1}. */
    private final TreeMap<Long, Long> confusion = new TreeMap<>();
    /** Of two classes: the probability of the second, by the actual one. */
    private final float[][] scores = {{}, {}};

    private final int[] scored = {0, 0};
    private double absoluteError;
    private double squaredError;
    private double meanTarget;
    private double squaredDeviation;

    /** Of so many classes, 0 for a value. */
    public Scorecard(int classes) {
        this.classes = classes;
    }

    /** Adds a row just scored. */
    public void add(Scorer scorer, int row, float target) {
        rows++;
        loss += scorer.loss(row);
        if (classes > 0) {
            addClass(scorer, row, (int) target);
            return;
        }
        double error = (double) scorer.value(row) - target;
        absoluteError += Math.abs(error);
        squaredError += error * error;
        double deviation = target - meanTarget;
        meanTarget += deviation / rows;
        squaredDeviation += deviation * (target - meanTarget);
    }

    private void addClass(Scorer scorer, int row, int actual) {
        int predicted = scorer.predictedClass(row);
        correct += predicted == actual ? 1 : 0;
        confusion.merge(actual * (classes + 1L) + predicted + 1, 1L, Long::sum);
        if (classes == 2 && Scorer.probabilities(scorer.architecture()) == 2) {
            addScores(actual, new float[] {scorer.probability(row, 1)}, 1);
        }
    }

    private void addScores(int actual, float[] more, int count) {
        int needed = Math.addExact(scored[actual], count);
        if (needed > scores[actual].length) {
            scores[actual] = Arrays.copyOf(scores[actual], Math.max(needed, 2 * scored[actual]));
        }
        System.arraycopy(more, 0, scores[actual], scored[actual], count);
        scored[actual] = needed;
    }

    /** Adds the sums of other rows. */
    public void add(Scorecard other) {
        if (other.rows == 0) {
            return;
        }
        double deviation = other.meanTarget - meanTarget;
        long all = rows + other.rows;
        squaredDeviation += other.squaredDeviation + deviation * deviation * ((double) rows * other.rows / all);
        meanTarget += deviation * ((double) other.rows / all);
        rows = all;
        loss += other.loss;
        correct += other.correct;
        other.confusion.forEach((cell, count) -> confusion.merge(cell, count, Long::sum));
        absoluteError += other.absoluteError;
        squaredError += other.squaredError;
        for (int actual = 0; actual < 2; actual++) {
            addScores(actual, other.scores[actual], other.scored[actual]);
        }
    }

    /** The sum of all shards' cards, a power of two of them, in the tree of {@link CanonicalSum}; uses them up. */
    public static Scorecard sum(List<Scorecard> shards) {
        return sum(shards, 1, 0);
    }

    private static Scorecard sum(List<Scorecard> shards, int modulus, int remainder) {
        if (modulus == shards.size()) {
            return shards.get(remainder);
        }
        Scorecard left = sum(shards, 2 * modulus, remainder);
        Scorecard right = sum(shards, 2 * modulus, remainder + modulus);
        if (left.rows == 0) {
            return right;
        }
        left.add(right);
        return left;
    }

    public int classes() {
        return classes;
    }

    public long rows() {
        return rows;
    }

    /** The mean loss of a row, NaN without rows. */
    public double meanLoss() {
        return rows == 0 ? Double.NaN : loss / rows;
    }

    /** The share of right predictions, NaN without rows. */
    public double accuracy() {
        return rows == 0 ? Double.NaN : (double) correct / rows;
    }

    /** A cell of the confusion matrix that is not 0; the predicted class is {@link Scorer#NO_CLASS} where there is none. */
    public record Cell(int actual, int predicted, long count) {}

    /** By actual, then by predicted class. */
    public List<Cell> confusion() {
        SortedMap<Long, Long> cells = confusion;
        return cells.entrySet().stream()
                .map(cell -> new Cell(
                        (int) (cell.getKey() / (classes + 1)),
                        (int) (cell.getKey() % (classes + 1)) - 1,
                        cell.getValue()))
                .toList();
    }

    /** The probabilities of the second of two classes, of the rows of one, ascending; empty where there are none. */
    float[] sortedScores(int actual) {
        float[] sorted = Arrays.copyOf(scores[actual], scored[actual]);
        Arrays.sort(sorted);
        return sorted;
    }

    double meanAbsoluteError() {
        return absoluteError / rows;
    }

    double meanSquaredError() {
        return squaredError / rows;
    }

    /** The share of the targets' variance that is predicted; NaN where targets do not vary. */
    double determination() {
        return squaredDeviation > 0 ? 1 - squaredError / squaredDeviation : Double.NaN;
    }
}
