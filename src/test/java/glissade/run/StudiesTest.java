package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the studies of {@code conf/} say of themselves is so; each in a reduced form. */
class StudiesTest {
    private static final String UNIFORM = "uniform(-1, 1)";
    private static final double LOG_2 = 0.6931471805599453;

    @TempDir
    private Path out;

    private StudyResult study(String file, String... assignments) throws Exception {
        return StudyResult.of(out, file, assignments);
    }

    private static void assertNear(double expected, double value, double margin, String what) {
        assertTrue(Math.abs(value - expected) <= margin, what + " is " + value + ", expected about " + expected);
    }

    private static void assertBelow(double bound, double value) {
        assertTrue(value < bound, value + ", expected below " + bound);
    }

    private static void assertAbove(double bound, double value) {
        assertTrue(value > bound, value + ", expected above " + bound);
    }

    @Test
    void leastSquaresEndAtTheNoiseWhereverTheyStart() throws Exception {
        StudyResult result = study(
                "minibatch-study/minibatch-linear.conf",
                "sweep.grid.data.sampling=[gaussian]",
                "sweep.grid.training.batch-size=[2, 256, 8192]");
        String loss = "final_train_loss";
        double fromZero = result.real(loss, "gaussian", "zeros", 256, 0.05);
        assertNear(0.01, fromZero, 2e-4, "the loss from zeros");
        assertNear(fromZero, result.real(loss, "gaussian", UNIFORM, 256, 0.05), 2e-5, "the loss from elsewhere");
        assertAbove(1, result.real(loss, "gaussian", "zeros", 8192, 0.01));
        assertAbove(
                1.3 * result.real(loss, "gaussian", "zeros", 2, 0.01), result.real(loss, "gaussian", "zeros", 2, 0.2));
    }

    @Test
    void descendingTheWholeSquareIsDescendingTheHalfAtTwiceTheRate() throws Exception {
        StudyResult result = study("loss-functions.conf", "sweep.grid.model.head=[binary, mse, half-mse]");
        for (double rate : new double[] {0.05, 0.1, 0.2, 0.4}) {
            for (String column : new String[] {"best_train_loss", "best_validation_accuracy", "best_test_loss"}) {
                assertEquals(result.real(column, "half-mse", 2 * rate), result.real(column, "mse", rate));
            }
        }
        assertTrue(result.diverged("mse", 0.8));
        assertAbove(0.96, result.real("best_validation_accuracy", "binary", 0.8));
    }

    @Test
    void logisticModelsStartAnywhereAndCreepInLargeBatches() throws Exception {
        StudyResult result = study(
                "minibatch-study/minibatch-logistic.conf",
                "sweep.grid.data.sampling=[gaussian]",
                "sweep.grid.training.batch-size=[32, 8192]",
                "sweep.grid.training.learning-rate=[0.01, 0.05]");
        String loss = "final_train_loss";
        double fromZero = result.real(loss, "gaussian", "zeros", 32, 0.05);
        assertNear(fromZero, result.real(loss, "gaussian", UNIFORM, 32, 0.05), 1e-6, "the loss from elsewhere");
        assertAbove(0.6, result.real(loss, "gaussian", "zeros", 8192, 0.01));
        String accuracy = "final_train_accuracy";
        assertAbove(0.78, result.real(accuracy, "gaussian", "zeros", 8192, 0.01));
        assertBelow(0.7, result.real(accuracy, "gaussian", UNIFORM, 8192, 0.01));
    }

    @Test
    void zerosNeverBreakTheSymmetryOfAPerceptron() throws Exception {
        StudyResult result = study(
                "minibatch-study/minibatch-perceptron.conf",
                "sweep.grid.training.batch-size=[32]",
                "sweep.grid.training.learning-rate=[0.1, 0.2]");
        for (double rate : new double[] {0.1, 0.2}) {
            assertEquals(0.5, result.real("final_test_accuracy", "zeros", 32, rate));
            assertNear(LOG_2, result.real("final_test_loss", "zeros", 32, rate), 2e-3, "the loss from zeros");
            assertAbove(0.9, result.real("final_test_accuracy", UNIFORM, 32, rate));
        }
    }

    @Test
    void randomLabelsAreMemorisedAndNothingIsLearnt() throws Exception {
        StudyResult result = study("relu-network.conf");
        for (double rate : new double[] {0.01, 0.1, 0.5}) {
            assertNear(0.5, result.real("final_test_accuracy", rate), 0.03, "the accuracy on test rows");
            assertAbove(LOG_2, result.real("final_test_loss", rate));
        }
        assertAbove(0.8, result.real("final_train_accuracy", 0.5));
    }

    @Test
    void adamLeavesThePlateauOnWhichPlainDescentStays() throws Exception {
        StudyResult moons = study(
                "optimizers/optimizers-perceptron.conf",
                "sweep.grid.training.optimizer.type=[sgd, momentum, adam, rmsprop]",
                "sweep.grid.training.learning-rate=[0.01, 0.03, 0.3]");
        assertNear(0.32, moons.real("final_validation_loss", 0.01, "sgd"), 0.01, "the loss of a line");
        assertNear(0.32, moons.real("final_validation_loss", 0.03, "sgd"), 0.01, "the loss of a line");
        assertBelow(0.1, moons.real("final_validation_loss", 0.03, "momentum"));
        assertBelow(0.1, moons.real("final_validation_loss", 0.01, "adam"));
        assertTrue(moons.diverged(0.3, "rmsprop"));
        StudyResult saddle = study("optimizers/optimizers-plateau.conf");
        for (double rate : new double[] {0.003, 0.01, 0.03}) {
            assertAbove(0.2499, saddle.real("final_train_loss", rate, "sgd"));
            assertBelow(0.001, saddle.real("final_train_loss", rate, "adam"));
            assertBelow(0.001, saddle.real("final_train_loss", rate, "rmsprop"));
        }
        assertAbove(0.2499, saddle.real("final_train_loss", 0.003, "momentum"));
        assertBelow(0.001, saddle.real("final_train_loss", 0.01, "momentum"));
    }

    @Test
    void aFallingRateMakesUpForOneThatIsTooLarge() throws Exception {
        StudyResult result = study(
                "schedules.conf",
                "sweep.grid.training.schedule.type=[constant, cosine]",
                "sweep.grid.training.learning-rate=[0.01, 0.3, 1]");
        String loss = "final_validation_loss";
        for (double rate : new double[] {0.01, 0.3, 1}) {
            assertNear(0.276, result.real(loss, rate, "cosine"), 0.004, "the loss after a cosine");
        }
        assertNear(0.277, result.real(loss, 0.01, "constant"), 0.002, "the loss at the right rate");
        assertAbove(0.4, result.real(loss, 0.3, "constant"));
        assertAbove(1, result.real(loss, 1.0, "constant"));
    }

    @Test
    void everyBatchSizeHasItsOwnRateAndThenTheSameLoss() throws Exception {
        StudyResult result = study("batch-vs-minibatch-vs-stochastic.conf");
        String loss = "final_validation_loss";
        assertNear(0.255, result.real(loss, "1", 0.001), 0.002, "one row a step");
        assertNear(0.255, result.real(loss, "32", 0.03), 0.002, "32 rows a step");
        assertNear(0.255, result.real(loss, "all", 0.3), 0.002, "all rows a step");
        assertAbove(10, result.real(loss, "all", 0.001));
        assertTrue(result.diverged("1", 0.3));
        assertFalse(result.diverged("32", 0.3));
        assertTrue(result.diverged("32", 1.0) && result.diverged("all", 1.0));
    }

    @Test
    void theGapBetweenTrainingAndTestShrinksWithTheRows() throws Exception {
        StudyResult result = study("rows.conf", "sweep.grid.data.rows=[20, 100, 5000]");
        double last = Double.POSITIVE_INFINITY;
        for (int rows : new int[] {20, 100, 5000}) {
            double gap = result.real("final_test_loss", rows) - result.real("final_train_loss", rows);
            assertBelow(last / 2, gap);
            last = gap;
        }
        assertBelow(0.02, last);
        assertEquals(1, result.real("final_train_accuracy", 20));
    }

    @Test
    void identityLayersMakeAStraightLineAndOthersBend() throws Exception {
        StudyResult result = study("activations.conf", "sweep.grid.training.learning-rate=[0.01]");
        assertNear(0.5, result.real("best_test_accuracy", "identity", 0.01), 0.07, "the accuracy of a line");
        for (String activation : new String[] {"sigmoid", "tanh", "relu"}) {
            assertAbove(0.92, result.real("best_test_accuracy", activation, 0.01));
        }
    }

    @Test
    void aRingTakesThreeUnitsAndEightFindItForSure() throws Exception {
        StudyResult result = study("hidden-size.conf", "sweep.grid.model.hidden=[[1], [2], [3], [8]]");
        String accuracy = "best_test_accuracy";
        for (int seed = 1; seed <= 3; seed++) {
            assertBelow(0.65, result.real(accuracy, "[1]", seed));
            assertBelow(0.75, result.real(accuracy, "[2]", seed));
            assertAbove(0.92, result.real(accuracy, "[8]", seed));
        }
        assertBelow(0.75, result.real(accuracy, "[3]", 1));
        assertAbove(0.92, result.real(accuracy, "[3]", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-abs", "min-max", "standardize"})
    void scaledFeaturesBearARateAtWhichUnscaledOnesDiverge(String scaling) throws Exception {
        StudyResult result = study(
                "scaling.conf",
                "sweep.grid.data.scaling=[none, " + scaling + "]",
                "sweep.grid.training.learning-rate=[0.1, 1]");
        assertTrue(result.diverged("none", 1.0));
        assertFalse(result.diverged(scaling, 1.0));
        boolean best =
                result.real("best_validation_loss", scaling, 1.0) < result.real("best_validation_loss", "none", 0.1);
        assertEquals(scaling.equals("standardize"), best);
    }
}
