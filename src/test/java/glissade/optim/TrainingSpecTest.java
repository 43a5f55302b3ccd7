package glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What of a training is possible, what is said of the rest, and the defaults. */
class TrainingSpecTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static void assertRefused(String complaint, Executable making) {
        assertEquals(
                complaint, assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    @Test
    void defaultsHaveOneHome() {
        assertEquals(10, TrainingSpec.DEFAULT_EPOCHS);
        assertEquals(BatchSize.AUTO, TrainingSpec.DEFAULT_BATCH_SIZE);
        assertEquals(0.01, TrainingSpec.DEFAULT_LEARNING_RATE);
        assertEquals("sgd", Optimizers.ALL.get(0).name());
        assertEquals("constant", Schedules.ALL.get(0).name());
        assertEquals(new StopRules(0, 0, 0, 10), StopRules.NONE);
        assertEquals(1, Clipping.DEFAULT_BOUND);
        assertEquals(Penalty.Form.PER_BATCH, Penalty.NONE.form());
    }

    @Test
    void epochsAndRateMustBePossible() {
        assertRefused("training.epochs must be at least 1, got 0", () -> TrainingSpec.plain(0, BatchSize.ALL, 0.1));
        for (double rate : new double[] {0, -1, INFINITY, Double.NaN, 1e39, 1e-60}) {
            assertRefused(
                    "training.learning-rate must be in range (0, inf), got " + rate,
                    () -> TrainingSpec.plain(1, BatchSize.ALL, rate));
        }
    }

    @Test
    void stopRulesMustBePossible() {
        assertRefused("training.stop.tolerance must be in range [0, inf), got -1.0", () -> new StopRules(-1, 0, 0, 10));
        assertRefused(
                "training.stop.tolerance must be in range [0, inf), got NaN",
                () -> new StopRules(Double.NaN, 0, 0, 10));
        assertRefused("training.stop.patience must not be negative, got -1", () -> new StopRules(0, -1, 0, 10));
        assertRefused("training.stop.steps must not be negative, got -1", () -> new StopRules(0, 0, -1, 10));
        assertRefused("training.stop.divergence.factor must be above 1, got 1.0", () -> new StopRules(0, 0, 0, 1));
    }

    @Test
    void penaltyAndClippingMustBePossible() {
        for (double bad : new double[] {-0.1, INFINITY, Double.NaN}) {
            assertRefused("model.l2 must be in range [0, inf), got " + bad, () -> new Penalty(bad, Penalty.Form.PLAIN));
            assertRefused(
                    "training.clip.bound must be in range (0, inf), got " + bad,
                    () -> new Clipping(Clipping.Kind.NORM, bad));
        }
        assertRefused(
                "training.clip.bound must be in range (0, inf), got 0.0", () -> new Clipping(Clipping.Kind.VALUE, 0));
        assertFalse(Penalty.NONE.isPresent());
        assertTrue(new Penalty(1e-9, Penalty.Form.PLAIN).isPresent());
    }

    @Test
    void aPenaltyIsHalfTheSquaresOverTheBatchOrPlainly() {
        assertEquals(0.5 * 3 / 8 * 20, new Penalty(3, Penalty.Form.PER_BATCH).value(20, 8));
        assertEquals(0.5 * 3 * 20, new Penalty(3, Penalty.Form.PLAIN).value(20, 8));
    }

    @Test
    void startingValuesMustBePossible() {
        assertRefused(
                "uniform(a, b) needs a < b, got (1.0, 1.0)", () -> new Initialiser(Initialiser.Kind.UNIFORM, 1, 1));
        assertRefused("normal(sd) needs sd >= 0, got -1.0", () -> new Initialiser(Initialiser.Kind.NORMAL, -1, 0));
        for (double bad : new double[] {INFINITY, Double.NaN, 1e39}) {
            assertRefused(
                    "a starting value must be finite, got (0.0, " + bad + ")",
                    () -> new Initialiser(Initialiser.Kind.POINT, 0, bad));
        }
    }

    @Test
    void batchSizesGoByTheTrainingRows() {
        assertRefused("training.batch-size must be at least 1, got 0", () -> BatchSize.of(0));
        assertEquals(7, BatchSize.of(7).rows(100));
        assertEquals(100, BatchSize.of(700).rows(100));
        assertEquals(5_000_000_000L, BatchSize.ALL.rows(5_000_000_000L));
        assertEquals(
                List.of(1L, 2_000L, 256L),
                List.of(BatchSize.AUTO.rows(1), BatchSize.AUTO.rows(2_000), BatchSize.AUTO.rows(2_001)));
    }

    @Test
    void lanesShareACohortWhenTheirUpdatesHaveOneShape() {
        TrainingSpec spec = TrainingSpec.plain(1, BatchSize.ALL, 0.1);
        assertEquals(
                spec.updateShape(), TrainingSpec.plain(9, BatchSize.of(3), 0.7).updateShape());
        assertEquals("sgd/l2-PLAIN/clip-NORM", shape(2, Clipping.Kind.NORM));
        assertEquals("sgd/clip-NONE", shape(0, Clipping.Kind.NONE));
    }

    private static String shape(double lambda, Clipping.Kind clipping) {
        return new TrainingSpec(
                        1,
                        BatchSize.ALL,
                        0.1,
                        Schedules.CONSTANT.recipe(),
                        Sgd.KIND.recipe(),
                        new Penalty(lambda, Penalty.Form.PLAIN),
                        new Clipping(clipping, 1),
                        Initialiser.ZEROS,
                        Initialiser.ZEROS,
                        StopRules.NONE)
                .updateShape();
    }
}
