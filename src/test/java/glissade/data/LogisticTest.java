package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticTest {
    private static final int ROWS = 100_000;
    private static final List<Double> WEIGHTS = List.of(2.0, -1.0, 0.5);
    private static final double BIAS = 0.75;

    private static Generated logistic(double noise) {
        return Generated.of("logistic").withTruth(WEIGHTS, BIAS).withNoise(noise);
    }

    private static Block read(Generated generated) {
        return Samples.read(generated.withRows(ROWS, 0).open(), Part.TRAINING, 0, ROWS)
                .toDense();
    }

    private static double score(Block block, int row) {
        double score = BIAS;
        for (int i = 0; i < WEIGHTS.size(); i++) {
            score += WEIGHTS.get(i) * block.values()[row * WEIGHTS.size() + i];
        }
        return score;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Rows with nearly the same score are of class 1 as often as the logistic model says. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 3})
    void labelsAreDrawnWithTheProbabilityOfTheirScore(double noise) {
        Block block = read(logistic(noise));
        int bins = 12;
        double[] expected = new double[bins];
        double[] variance = new double[bins];
        int[] ones = new int[bins];
        for (int row = 0; row < ROWS; row++) {
            double score = score(block, row);
            int bin = (int) Math.max(0, Math.min(bins - 1, Math.floor((score + 3) / 6 * bins)));
            double probability = sigmoid(score / noise);
            expected[bin] += probability;
            variance[bin] += probability * (1 - probability);
            ones[bin] += (int) block.targets()[row];
        }
        for (int bin = 0; bin < bins; bin++) {
            assertEquals(expected[bin], ones[bin], 4 * Math.sqrt(variance[bin]) + 1, "bin " + bin);
        }
    }

    @Test
    void withoutNoiseTheClassIsTheSignOfTheScore() {
        Block block = read(logistic(0));
        for (int row = 0; row < ROWS; row++) {
            assertEquals(score(block, row) > 0 ? 1 : 0, block.targets()[row]);
        }
        assertEquals(OptionalDouble.of(1), DataSets.truth(logistic(0).spec()).value(Truth.BAYES_ACCURACY));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 4})
    void theBestRuleIsAsGoodAsTheTruthSays(double noise) {
        Generated generated = logistic(noise).withSampling(Sampling.GAUSSIAN);
        Block block = read(generated);
        int right = 0;
        for (int row = 0; row < ROWS; row++) {
            right += (score(block, row) > 0 ? 1 : 0) == block.targets()[row] ? 1 : 0;
        }
        double best =
                DataSets.truth(generated.spec()).value(Truth.BAYES_ACCURACY).orElseThrow();
        assertEquals(best, (double) right / ROWS, 4 * Math.sqrt(best * (1 - best) / ROWS));
    }

    @Test
    void ofUniformFeaturesTheBestAccuracyIsNotClaimed() {
        Truth truth = DataSets.truth(logistic(1).spec());
        assertTrue(truth.value(Truth.BAYES_ACCURACY).isEmpty());
        assertEquals(OptionalDouble.of(-1), truth.value("weight.1"));
        assertEquals(OptionalDouble.of(BIAS), truth.value("bias"));
    }
}
