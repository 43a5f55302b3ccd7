package glissade.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Variance of the training targets. For each 4,096-row block of canonical order its sum and its squared deviations from its
 * own mean are kept; in the end they are joined in order (Chan, Golub, LeVeque 1979: M2 = sum of M2_b + n_b (mean_b -
 * mean)^2). So the bits do not depend on how the blocks were dealt to tasks.
 */
final class TargetMoments implements Serializable {
    private static final long serialVersionUID = 1;

    private double[] sums = new double[0];
    private double[] squaredDeviations = new double[0];
    private int[] counts = new int[0];
    private int blocks;

    /** Adds the targets of the next block. */
    void add(float[] targets, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += targets[i];
        }
        double squared = 0;
        for (int i = 0; i < count; i++) {
            double deviation = targets[i] - sum / count;
            squared += deviation * deviation;
        }
        reserve(blocks + 1);
        sums[blocks] = sum;
        squaredDeviations[blocks] = squared;
        counts[blocks++] = count;
    }

    /** Adds the blocks that follow. */
    void add(TargetMoments next) {
        reserve(Math.addExact(blocks, next.blocks));
        System.arraycopy(next.sums, 0, sums, blocks, next.blocks);
        System.arraycopy(next.squaredDeviations, 0, squaredDeviations, blocks, next.blocks);
        System.arraycopy(next.counts, 0, counts, blocks, next.blocks);
        blocks += next.blocks;
    }

    /** Mean squared distance from the mean; NaN of nothing. */
    double variance() {
        double sum = 0;
        double rows = 0;
        for (int b = 0; b < blocks; b++) {
            sum += sums[b];
            rows += counts[b];
        }
        double mean = sum / rows;
        double squared = 0;
        for (int b = 0; b < blocks; b++) {
            double apart = sums[b] / counts[b] - mean;
            squared += squaredDeviations[b] + counts[b] * (apart * apart);
        }
        return squared / rows;
    }

    private void reserve(int needed) {
        if (needed > counts.length) {
            int room = Math.max(needed, Math.addExact(counts.length, counts.length / 2));
            sums = Arrays.copyOf(sums, room);
            squaredDeviations = Arrays.copyOf(squaredDeviations, room);
            counts = Arrays.copyOf(counts, room);
        }
    }
}
