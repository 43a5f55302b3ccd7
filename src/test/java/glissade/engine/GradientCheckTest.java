package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.CheckedTrials.Learner;
import glissade.numeric.Kernels;
import glissade.optim.Penalty;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient that is descended is the slope of the loss: every parameter of every model, away from kinks. */
class GradientCheckTest {
    private static final int LANES = 3;

    private static List<Learner> learners() {
        return CheckedTrials.learners();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyGradientIsTheSlopeOfTheLoss(Learner learner) {
        double worst = 0;
        for (long seed = 1; seed <= 3; seed++) {
            for (Penalty penalty : CheckedTrials.penalties()) {
                for (int lanes : new int[] {1, LANES}) {
                    CohortSpec cohort = CheckedTrials.cohort(learner, penalty, lanes, seed);
                    MemoryData data = learner.data(seed).withLayout(seed % 2 == 0);
                    for (CheckPoint point : CheckPoint.values()) {
                        PointCheck check = new GradientCheck(cohort, lanes - 1, data, Kernels.best()).at(point);
                        assertCompleteAndPassed(check, learner + " " + penalty + " " + point);
                        worst = Math.max(worst, check.tensors().stream().mapToDouble(t -> t.worstError() / t.threshold()).max().orElse(0));
                    }
                }
            }
        }
        System.out.println(worst + " " + learner);
    }

    private static void assertCompleteAndPassed(PointCheck check, String what) {
        assertTrue(check.rows() >= 24, what + ": rows left " + check.rows());
        for (TensorCheck tensor : check.tensors()) {
            assertTrue(tensor.passed(), what + " " + tensor);
            assertTrue(tensor.threshold() < 1e-4, what + " " + tensor);
            assertEquals(tensor.tensor().count(), tensor.checked() + tensor.kinks());
            assertTrue(tensor.kinks() <= tensor.tensor().count() / 20, what + " " + tensor);
        }
    }
}
