package glissade.data;

import glissade.numeric.Block;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Mean and variance of a sample. */
record Moments(double mean, double variance, int count) {
    static Moments of(double[] sample) {
        double mean =
                IntStream.range(0, sample.length).mapToDouble(i -> sample[i]).sum() / sample.length;
        double squares = IntStream.range(0, sample.length)
                .mapToDouble(i -> (sample[i] - mean) * (sample[i] - mean))
                .sum();
        return new Moments(mean, squares / sample.length, sample.length);
    }

    /** Of one feature of a dense block, over the rows that are wanted. */
    static Moments ofFeature(Block block, int feature, IntPredicate rows) {
        return of(IntStream.range(0, block.rows())
                .filter(rows)
                .mapToDouble(row -> block.values()[row * block.width() + feature])
                .toArray());
    }

    static Moments ofFeature(Block block, int feature) {
        return ofFeature(block, feature, row -> true);
    }

    /** The deviation of the mean of so many. */
    double error() {
        return Math.sqrt(variance / count);
    }
}
