package glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Kernels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Updates step by step, on gradients of our own. */
class UpdateTest {
    /** Feeds an optimizer gradient after gradient of one parameter; each step starts from the same place. */
    private static final class Feed {
        private final Update update;
        private final float[] parameters = new float[16];
        private final float[] gradient = new float[16];

        Feed(Recipe recipe, Penalty penalty, Clipping clipping) {
            TrainingSpec spec = new TrainingSpec(
                    1,
                    BatchSize.ALL,
                    1,
                    Schedules.CONSTANT.recipe(),
                    recipe,
                    penalty,
                    clipping,
                    Initialiser.ZEROS,
                    Initialiser.ZEROS,
                    StopRules.NONE);
            Lanes lanes = new Lanes(List.of(spec), 1);
            lanes.setRate(0, 1);
            this.update = new Update(Kernels.best(), lanes, new OptimizerState(Optimizers.named(recipe.name()), 16, 1));
        }

        /** What a step against a sum of gradients of some rows takes off a weight. */
        double step(double weight, double sum, int rows) {
            parameters[0] = (float) weight;
            gradient[0] = (float) sum;
            update.begin(rows);
            gradient[0] *= update.meanFactor();
            update.prepare(parameters, 0, gradient, 0, 16, true);
            if (update.needsWhole()) {
                update.clipNorms(new double[] {(double) gradient[0] * gradient[0]});
            }
            update.finish(parameters, 0, gradient, 0, 16, true);
            return weight - parameters[0];
        }
    }

    private static Feed feed(Recipe recipe) {
        return new Feed(recipe, Penalty.NONE, Clipping.NONE);
    }

    /**
     * The average stands still within half a spacing of floats over 1 - beta, where a step no longer moves it, and once more
     * for the rounding of beta and 1 - beta.
     */
    @Test
    void theCorrectedAverageOfAConstantIsThatConstantFromTheFirstStep() {
        for (double beta : new double[] {0, 0.5, 0.9, 0.99, 0.999}) {
            Recipe recipe = Momentum.KIND.recipe(Map.of("mu", beta, "convention", "averaged", "bias-correction", true));
            for (double constant : new double[] {0.7, -3e-5, 123.4}) {
                Feed feed = feed(recipe);
                double tolerance = Math.abs(constant) * 0x1p-24 * (2 + 2 / (1 - beta));
                assertEquals(constant, feed.step(0, constant, 1), Math.abs(constant) * 0x1p-22);
                for (int t = 2; t <= 3_000; t++) {
                    assertEquals(constant, feed.step(0, constant, 1), tolerance, "beta " + beta + ", step " + t);
                }
            }
        }
    }

    @Test
    void theUncorrectedAverageOfAConstantRisesFromItsOneMinusBetathPart() {
        Feed feed = feed(Momentum.KIND.recipe(Map.of("mu", 0.9, "convention", "averaged")));
        assertEquals(0.1, feed.step(0, 1, 1), 1e-6);
        assertEquals(0.19, feed.step(0, 1, 1), 1e-6);
    }

    /** A constant divided by its own size: steps of length 1, whatever the gradient's. */
    @Test
    void correctedAdaptiveStepsOfAConstantHaveLengthOneFromTheFirst() {
        List<Recipe> corrected =
                List.of(Adam.KIND.recipe(), AdamW.KIND.recipe(), RmsProp.KIND.recipe(Map.of("bias-correction", true)));
        for (Recipe recipe : corrected) {
            for (double constant : new double[] {0.7, -3e-5, 123.4}) {
                Feed feed = feed(recipe);
                for (int t = 1; t <= 1_000; t++) {
                    double expected = constant / (Math.abs(constant) + 1e-8);
                    assertEquals(expected, feed.step(0, constant, 1), 2e-5, recipe.name() + ", step " + t);
                }
            }
        }
    }

    @Test
    void epsilonIsAddedOutsideTheRoot() {
        Recipe recipe = RmsProp.KIND.recipe(Map.of("beta", 0.0, "epsilon", 0.5));
        assertEquals(0.25 / (0.25 + 0.5), feed(recipe).step(0, 0.25, 1), 1e-7);
    }

    /** Mean 8 / 4 = 2, plus penalty 6 / 4 x 3 = 4.5, clipped to 5. */
    @Test
    void theMeanIsPenalisedThenClipped() {
        Penalty perBatch = new Penalty(6, Penalty.Form.PER_BATCH);
        assertEquals(6.5, new Feed(Sgd.KIND.recipe(), perBatch, Clipping.NONE).step(3, 8, 4), 0);
        for (Clipping.Kind kind : List.of(Clipping.Kind.VALUE, Clipping.Kind.NORM)) {
            Clipping clipping = new Clipping(kind, 5);
            assertEquals(5, new Feed(Sgd.KIND.recipe(), perBatch, clipping).step(3, 8, 4), 1e-6);
            assertEquals(-5, new Feed(Sgd.KIND.recipe(), perBatch, clipping).step(-3, -8, 4), 1e-6);
            assertEquals(2, new Feed(Sgd.KIND.recipe(), Penalty.NONE, clipping).step(3, 8, 4), 0);
        }
    }

    @Test
    void decoupledDecayIsNotSeenByTheMoments() {
        Recipe decaying = AdamW.KIND.recipe(Map.of("decay", 0.25));
        double withDecay = feed(decaying).step(4, 0.7, 1);
        assertEquals(feed(Adam.KIND.recipe()).step(4, 0.7, 1) + 0.25 * 4, withDecay, 1e-6);
    }

    @Test
    void notANumberIsNeverClippedAway() {
        for (Clipping.Kind kind : Clipping.Kind.values()) {
            Clipping clipping = kind == Clipping.Kind.NONE ? Clipping.NONE : new Clipping(kind, 1);
            double step = new Feed(Sgd.KIND.recipe(), Penalty.NONE, clipping).step(0, Double.NaN, 1);
            assertTrue(Double.isNaN(step), kind.toString());
        }
    }
}
