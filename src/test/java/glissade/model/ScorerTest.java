package glissade.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.ScalarKernels;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final float[] ODD = {
        0f, 1f, -1f, 0.5f, 3e38f, -3e38f, 1e30f, Float.MIN_VALUE, 88f, -104f, 2f, -2f,
    };
    private static final List<Kernels> KERNELS = List.of(new ScalarKernels(), Kernels.best());

    /** Outputs that are tied, infinite or no numbers: weights near the largest float make them. */
    private static float[] parameters(Architecture architecture) {
        float[] parameters = new float[architecture.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = ODD[(i * 7 + i / 5) % ODD.length];
        }
        return parameters;
    }

    private static Block rows(int classes) {
        int count = 144;
        float[] values = new float[2 * count];
        float[] targets = new float[count];
        for (int row = 0; row < count; row++) {
            values[2 * row] = ODD[row % 12] + 0f;
            values[2 * row + 1] = ODD[row / 12] + 0f;
            targets[row] = classes == 0 ? ODD[row % 4] : row % classes;
        }
        return Block.dense(2, values, targets);
    }

    private static List<Architecture> models() {
        return List.of(
                Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 2, 3),
                Architecture.of(ModelSpec.of(ModelSpec.Type.SOFTMAX), 2, 2),
                Architecture.of(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2, 2),
                Architecture.of(ModelSpec.of(ModelSpec.Type.LINEAR), 2, 0),
                Architecture.of(ModelSpec.mlp(Activation.RELU, Head.MSE, 3), 2, 3),
                Architecture.of(ModelSpec.mlp(Activation.TANH, 4), 2, 5));
    }

    /** Row by row the loss of an evaluation, and the target as class exactly where that counts it right. */
    @Test
    void rowsHaveTheLossAndTheVerdictOfAnEvaluation() {
        for (Architecture architecture : models()) {
            for (Kernels kernels : KERNELS) {
                Block rows = rows(architecture.classes());
                float[] logical = parameters(architecture);
                Scorer scorer = new Scorer(architecture, logical, kernels);
                scorer.score(rows, 0, rows.rows());
                ParameterLayout layout = new ParameterLayout(architecture, 1);
                float[] parameters = new float[layout.size()];
                layout.write(logical, 0, parameters);
                Model model = Model.of(layout, kernels, 1);
                for (int row = 0; row < rows.rows(); row++) {
                    LossSums sums = new LossSums(1);
                    model.forward(rows, new int[] {row}, 1, parameters, sums);
                    assertEquals(sums.loss(0), scorer.loss(row), architecture + " row " + row);
                    if (architecture.classifies()) {
                        boolean right = scorer.predictedClass(row) == (int) rows.targets()[row];
                        assertEquals(sums.correct(0) == 1, right, architecture + " row " + row);
                    }
                }
            }
        }
    }

    @Test
    void probabilitiesAreThoseOfTheClassPredictedAndAddUp() {
        for (Architecture architecture : models()) {
            int count = Scorer.probabilities(architecture);
            Block rows = rows(architecture.classes());
            float[] small = parameters(architecture);
            for (int i = 0; i < small.length; i++) {
                small[i] = (i % 5 - 2) / 4f;
            }
            Scorer scorer = new Scorer(architecture, small, Kernels.best());
            scorer.score(rows, 0, 4);
            for (int row = 0; row < 4 && count > 0; row++) {
                float sum = 0;
                for (int c = 0; c < count; c++) {
                    sum += scorer.probability(row, c);
                    assertEquals(
                            true, scorer.probability(row, c) <= scorer.probability(row, scorer.predictedClass(row)));
                }
                assertEquals(1, sum, 1e-6);
            }
        }
    }

    @Test
    void aTargetThatIsNotKnownHasNoLossAndChangesNothingElse() {
        Architecture architecture = models().get(0);
        Block known = rows(3);
        float[] unknown = known.targets().clone();
        unknown[1] = Float.NaN;
        Scorer scorer = new Scorer(architecture, parameters(architecture), Kernels.best());
        Scorer other = new Scorer(architecture, parameters(architecture), Kernels.best());
        scorer.score(known, 0, 5);
        other.score(Block.dense(2, known.values(), unknown), 0, 5);
        assertEquals(Float.NaN, other.loss(1));
        for (int row = 0; row < 5; row++) {
            assertEquals(scorer.predictedClass(row), other.predictedClass(row));
            assertEquals(scorer.probability(row, 2), other.probability(row, 2));
        }
    }

    @Test
    void aLandscapePredictsNothing() {
        Architecture surface = Architecture.of(ModelSpec.surface(Surface.BOWL, 0), 2, 0);
        assertThrows(IllegalArgumentException.class, () -> new Scorer(surface, new float[2], Kernels.best()));
    }
}
