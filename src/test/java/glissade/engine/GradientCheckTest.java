package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.CheckedTrials.Learner;
import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Penalty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient that is descended is the slope of the loss: every parameter of every model, away from kinks. */
class GradientCheckTest {
    private static final int LANES = 3;
    private static final Penalty L2 = new Penalty(0.7, Penalty.Form.PER_BATCH);

    private static List<Learner> learners() {
        return CheckedTrials.learners();
    }

    /** Alone and as the last of fused lanes, sparse and dense, in all four combinations. */
    @ParameterizedTest
    @MethodSource("learners")
    void everyGradientIsTheSlopeOfTheLoss(Learner learner) {
        int combination = 0;
        for (long seed = 1; seed <= 3; seed++) {
            for (Penalty penalty : CheckedTrials.penalties()) {
                int lanes = combination % 2 == 0 ? 1 : LANES;
                boolean sparse = combination / 2 % 2 == 0;
                combination++;
                CohortSpec cohort = CheckedTrials.cohort(learner, penalty, lanes, seed);
                MemoryData data = learner.data(seed).withLayout(sparse);
                GradientCheck check = new GradientCheck(cohort, lanes - 1, data, Kernels.best());
                for (CheckPoint point : CheckPoint.values()) {
                    String what = learner + " " + penalty + ", lanes " + lanes + ", sparse " + sparse + ", " + point;
                    assertCompleteAndPassed(check.at(point), what);
                }
            }
        }
    }

    private static void assertCompleteAndPassed(PointCheck check, String what) {
        assertEquals(CheckedTrials.BATCH, check.rows() + check.rowsLeftOut());
        assertTrue(check.rows() >= CheckedTrials.BATCH * 3 / 4, what + ": rows left " + check.rows());
        for (TensorCheck tensor : check.tensors()) {
            assertFalse(tensor.failed(), what + ": " + tensor);
            assertTrue(tensor.threshold() < 1e-4, what + ": " + tensor);
            assertEquals(tensor.tensor().count(), tensor.checked() + tensor.kinks());
            assertTrue(tensor.kinks() <= tensor.tensor().count() / 20, what + ": " + tensor);
        }
        assertTrue(PointCheck.passed(List.of(check)));
    }

    private static Arguments broken(String kernel, int results, int lanes, boolean sparse, Learner learner) {
        return Arguments.of(kernel, results, lanes, sparse, learner);
    }

    /** Every kernel that takes part in a gradient, with the place of its results among its arguments. */
    private static List<Arguments> brokenKernels() {
        Learner softmax = CheckedTrials.softmax();
        Learner logistic = new Learner(ModelSpec.of(ModelSpec.Type.LOGISTIC), 2);
        Learner linear = new Learner(ModelSpec.of(ModelSpec.Type.LINEAR), 0);
        Learner squares = new Learner(ModelSpec.mlp(Activation.IDENTITY, Head.MSE, 5), Trials.CLASSES);
        Learner tanh = CheckedTrials.mlp(Activation.TANH);
        Learner relu = CheckedTrials.mlp(Activation.RELU);
        Learner sigmoid = CheckedTrials.mlp(Activation.SIGMOID);
        return List.of(
                broken("denseForward", 9, 1, false, softmax),
                broken("denseGradient", 8, 1, false, softmax),
                broken("sparseForward", 9, 1, true, softmax),
                broken("sparseGradient", 6, LANES, true, softmax),
                broken("laneForward", 10, LANES, false, tanh),
                broken("laneBackward", 9, LANES, false, tanh),
                broken("laneGradient", 9, LANES, false, tanh),
                broken("biasGradient", 3, 1, true, tanh),
                broken("tanh", 0, LANES, true, tanh),
                broken("relu", 0, 1, true, relu),
                broken("sigmoid", 0, LANES, true, sigmoid),
                broken("tanhBackward", 1, 1, true, tanh),
                broken("reluBackward", 1, LANES, true, relu),
                broken("sigmoidBackward", 1, 1, true, sigmoid),
                broken("softmax", 0, LANES, true, softmax),
                broken("binary", 0, LANES, true, logistic),
                broken("squared", 0, LANES, true, linear),
                broken("squaredClasses", 0, 1, true, squares),
                broken("addScaled", 0, LANES, true, softmax));
    }

    @ParameterizedTest
    @MethodSource("brokenKernels")
    void aGradientATenthOfAPercentOffIsCaught(String kernel, int results, int lanes, boolean sparse, Learner learner) {
        CohortSpec cohort = CheckedTrials.cohort(learner, L2, lanes, 1);
        MemoryData data = learner.data(1).withLayout(sparse);
        for (CheckPoint point : CheckPoint.values()) {
            PointCheck sound = new GradientCheck(cohort, 0, data, Kernels.best()).at(point);
            assertTrue(PointCheck.passed(List.of(sound)));
            Kernels slightly = BrokenKernels.with(kernel, results, 1.001f);
            PointCheck off = new GradientCheck(cohort, 0, data, slightly).at(point);
            assertFalse(PointCheck.passed(List.of(off)), kernel + " at " + point + ": " + off);
        }
    }

    @Test
    void aGradientThatIsNotANumberIsCaught() {
        Learner softmax = CheckedTrials.softmax();
        CohortSpec cohort = CheckedTrials.cohort(softmax, Penalty.NONE, 1, 1);
        Kernels broken = BrokenKernels.with("biasGradient", 3, Float.NaN);
        PointCheck check = new GradientCheck(cohort, 0, softmax.data(1), broken).at(CheckPoint.START);
        assertTrue(check.tensors().get(1).failed());
        assertFalse(PointCheck.passed(List.of(check)));
    }

    /** Their slopes differ, so a lane that had its neighbour's gradient would not pass. */
    @Test
    void everyLaneIsHeldAgainstItsOwnSlopes() {
        Learner tanh = new Learner(ModelSpec.mlp(Activation.TANH, 5), Trials.CLASSES);
        CohortSpec cohort = CheckedTrials.cohort(tanh, L2, LANES, 1);
        double[] slopes = new double[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            PointCheck check = new GradientCheck(cohort, lane, tanh.data(1), Kernels.best()).at(CheckPoint.START);
            assertTrue(PointCheck.passed(List.of(check)));
            slopes[lane] = check.tensors().get(0).largestSlope();
        }
        assertTrue(slopes[0] != slopes[1] && slopes[1] != slopes[2] && slopes[0] != slopes[2]);
    }

    @Test
    void rectifiersAtTheirKinkArePassedOverAndCounted() {
        ModelSpec relu = ModelSpec.mlp(Activation.RELU, 5);
        List<LaneSpec> lanes = List.of(Trials.lane(0, Trials.training(1, BatchSize.of(32), 0.1, Initialiser.ZEROS)));
        MemoryData data = new Learner(relu, Trials.CLASSES).data(1);
        GradientCheck check = new GradientCheck(Trials.cohort(relu, lanes), 0, data, Kernels.best());
        TensorCheck first = check.at(CheckPoint.START).tensors().get(0);
        assertEquals(100, first.kinks());
        assertFalse(first.isChecked());
        assertFalse(PointCheck.passed(List.of(check.at(CheckPoint.START))), "nothing checked is not passed");
        assertTrue(PointCheck.passed(List.of(check.at(CheckPoint.START), check.at(CheckPoint.RANDOM))));
        assertEquals(0, check.at(CheckPoint.START).rowsLeftOut(), "exactly at a kink float and double agree");
    }

    @Test
    void costOfDifferencesGrowsWithDepth() {
        Learner tanh = new Learner(ModelSpec.mlp(Activation.TANH, 8), Trials.CLASSES);
        CohortSpec cohort = CheckedTrials.cohort(tanh, Penalty.NONE, 1, 1);
        List<GradientCost> costs = new GradientTimings(cohort, 0, tanh.data(1), Kernels.best()).measure();
        assertEquals(
                List.of(1, 2, 3, 4),
                costs.stream()
                        .map(cost -> cost.architecture().model().hidden().size())
                        .toList());
        for (GradientCost cost : costs) {
            assertTrue(cost.exact().ratio() > 10, cost.toString());
            assertTrue(cost.kernels().ratio() > 10, cost.toString());
        }
        assertTrue(costs.get(3).exact().ratio() > costs.get(0).exact().ratio(), costs.toString());
    }
}
