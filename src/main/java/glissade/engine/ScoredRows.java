package glissade.engine;

import glissade.model.Architecture;
import glissade.model.Scorer;
import java.io.Serializable;
import java.util.Arrays;

/** Consecutive rows with what a model says of each. Arrays of numbers: many of these travel. */
public final class ScoredRows implements Serializable {
    private static final long serialVersionUID = 1;

    /** Of more classes no probabilities are kept. */
    public static final int MOST_PROBABILITIES = 20;

    private final long first;
    private final int probabilities;
    private int count;
    private float[] targets;
    private float[] losses;
    private float[] values;
    private int[] classes;
    private float[] scores;

    /** Room for so many rows scored by such a model, of which the first has that position. */
    public ScoredRows(long first, int most, Architecture architecture) {
        int made = Scorer.probabilities(architecture);
        this.first = first;
        this.probabilities = made <= MOST_PROBABILITIES ? made : 0;
        targets = new float[most];
        losses = new float[most];
        values = new float[architecture.classifies() ? 0 : most];
        classes = new int[most];
        scores = new float[most * probabilities];
    }

    /** Appends a row just scored. */
    void add(Scorer scorer, int row, float target) {
        targets[count] = target;
        losses[count] = scorer.loss(row);
        classes[count] = scorer.predictedClass(row);
        if (values.length > 0) {
            values[count] = scorer.value(row);
        }
        for (int c = 0; c < probabilities; c++) {
            scores[count * probabilities + c] = scorer.probability(row, c);
        }
        count++;
    }

    boolean isFull() {
        return count == targets.length;
    }

    /** The position of the first row in its split or file. */
    public long first() {
        return first;
    }

    public int count() {
        return count;
    }

    /** How many probabilities a row has; none where the head makes none. */
    public int probabilities() {
        return probabilities;
    }

    /** Class or value, NaN where it is not known. */
    public float target(int row) {
        return targets[row];
    }

    public float loss(int row) {
        return losses[row];
    }

    /** The class, or {@link Scorer#NO_CLASS}. */
    public int predictedClass(int row) {
        return classes[row];
    }

    /** The value of a row, by a model that predicts one. */
    public float value(int row) {
        return values[row];
    }

    public float probability(int row, int number) {
        return scores[row * probabilities + number];
    }

    /** Lets go of room that is not needed. */
    ScoredRows trimmed() {
        targets = Arrays.copyOf(targets, count);
        losses = Arrays.copyOf(losses, count);
        values = Arrays.copyOf(values, Math.min(values.length, count));
        classes = Arrays.copyOf(classes, count);
        scores = Arrays.copyOf(scores, count * probabilities);
        return this;
    }
}
