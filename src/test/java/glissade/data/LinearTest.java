package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearTest {
    private static final int ROWS = 50_000;

    private static Block read(Generated generated) {
        return Samples.read(generated.withRows(ROWS, 0).open(), Part.TRAINING, 0, ROWS)
                .toDense();
    }

    /** w . x for one row. */
    private static double score(Block block, int row, List<Double> weights) {
        double score = 0;
        for (int i = 0; i < block.width(); i++) {
            score += weights.get(i) * block.values()[row * block.width() + i];
        }
        return score;
    }

    @Test
    void withoutNoiseTheTargetIsTheScore() {
        List<Double> weights = List.of(1.5, -2.0, 0.25);
        Block block = read(Generated.of("linear").withTruth(weights, -0.5).withNoise(0));
        for (int row = 0; row < ROWS; row++) {
            assertEquals((float) (score(block, row, weights) - 0.5), block.targets()[row]);
        }
    }

    @Test
    void noiseIsGaussianAroundTheScore() {
        List<Double> weights = List.of(1.5, -2.0, 0.25);
        Block block = read(Generated.of("linear").withTruth(weights, 0).withNoise(0.3));
        double[] residuals = IntStream.range(0, ROWS)
                .mapToDouble(row -> block.targets()[row] - score(block, row, weights))
                .toArray();
        Moments moments = Moments.of(residuals);
        assertEquals(0, moments.mean(), 4 * moments.error());
        assertEquals(0.09, moments.variance(), 4 * 0.09 * Math.sqrt(2.0 / ROWS));
        long within = IntStream.range(0, ROWS)
                .filter(row -> Math.abs(residuals[row]) < 0.3)
                .count();
        assertEquals(0.6827, (double) within / ROWS, 4 * Math.sqrt(0.2166 / ROWS));
    }

    @ParameterizedTest
    @EnumSource
    void featuresHaveTheMomentsOfTheirSampling(Sampling sampling) {
        Block block = read(Generated.of("linear").withSampling(sampling));
        double variance = sampling == Sampling.UNIFORM ? 1.0 / 3 : 1;
        for (int i = 0; i < block.width(); i++) {
            Moments moments = Moments.ofFeature(block, i);
            assertEquals(0, moments.mean(), 4 * moments.error());
            assertEquals(variance, moments.variance(), 4 * variance * Math.sqrt(2.0 / ROWS));
        }
    }

    @Test
    void theVarianceOfTargetsIsThatOfScoreAndNoise() {
        List<Double> weights = List.of(1.0, -2.0);
        Generated generated = Generated.of("linear").withTruth(weights, 7).withNoise(1);
        DataSummary summary = DataSets.open(generated.withRows(ROWS, 10).spec()).summary();
        assertEquals(5.0 / 3 + 1, summary.targetVariance(), 0.06);
        assertEquals(0, summary.classes());
    }

    /** Solves X'X (w, b) = X'y in double: that is the truth, but for what the noise allows. */
    @ParameterizedTest
    @EnumSource
    void leastSquaresRecoverTheTruth(Sampling sampling) {
        Generated generated = Generated.of("linear").withSampling(sampling).withShape(8, 0);
        Block block = read(generated);
        double[] found = leastSquares(block);
        Truth truth = DataSets.truth(generated.spec());
        for (int i = 0; i < 8; i++) {
            assertEquals(truth.value("weight." + i).orElseThrow(), found[i], 0.004);
        }
        assertEquals(truth.value("bias").orElseThrow(), found[8], 0.004);
        double squares = 0;
        for (int row = 0; row < ROWS; row++) {
            double residual = block.targets()[row] - found[8];
            for (int i = 0; i < 8; i++) {
                residual -= found[i] * block.values()[row * 8 + i];
            }
            squares += residual * residual;
        }
        assertEquals(truth.value(Truth.BAYES_MSE).orElseThrow(), squares / ROWS, 0.0003);
    }

    /** Gauss-Jordan elimination of the normal equations; the last unknown is the bias. */
    private static double[] leastSquares(Block block) {
        int unknowns = block.width() + 1;
        double[][] equations = new double[unknowns][unknowns + 1];
        double[] x = new double[unknowns];
        for (int row = 0; row < block.rows(); row++) {
            for (int i = 0; i < unknowns; i++) {
                x[i] = i < block.width() ? block.values()[row * block.width() + i] : 1;
            }
            for (int i = 0; i < unknowns; i++) {
                for (int j = 0; j < unknowns; j++) {
                    equations[i][j] += x[i] * x[j];
                }
                equations[i][unknowns] += x[i] * block.targets()[row];
            }
        }
        for (int pivot = 0; pivot < unknowns; pivot++) {
            for (int i = 0; i < unknowns; i++) {
                double factor = i == pivot ? 0 : equations[i][pivot] / equations[pivot][pivot];
                for (int j = pivot; j <= unknowns; j++) {
                    equations[i][j] -= factor * equations[pivot][j];
                }
            }
        }
        return IntStream.range(0, unknowns)
                .mapToDouble(i -> equations[i][unknowns] / equations[i][i])
                .toArray();
    }

    @Test
    void drawnWeightsFollowTheSeedAndFirstOnesStayWhenMoreAreAskedFor() {
        Truth three = DataSets.truth(Generated.of("linear").withShape(3, 0).spec());
        Truth five = DataSets.truth(Generated.of("linear").withShape(5, 0).spec());
        Truth other = DataSets.truth(Generated.of("linear").withSeed(7).spec());
        for (int i = 0; i < 3; i++) {
            assertEquals(five.value("weight." + i), three.value("weight." + i));
            assertNotEquals(five.value("weight." + i), other.value("weight." + i));
        }
        assertEquals(3 + 2, three.facts().size());
    }

    @Test
    void thereIsOneWeightForEachFeature() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new GeneratorSpec(10, 0, 0, 3, 0, Sampling.UNIFORM, List.of(1.0, 2.0), 0));
        assertEquals("data.weights must hold one number for each of the 3 data.features, got 2", refusal.getMessage());
    }
}
