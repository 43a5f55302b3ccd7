package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Activation;
import glissade.model.Head;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Kind;
import glissade.optim.OptimizerCase;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.ScheduleCase;
import glissade.optim.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every optimizer and every schedule descends 200 steps in step with the textbook in plain double, on a convex problem
 * (least squares) and on a perceptron.
 */
class CatalogueReferenceTest {
    /** Each of 200 steps rounds a parameter of size 1 to 2 by up to half the spacing of such floats. */
    private static final double TOLERANCE = 200 * 0x1p-24;

    private static final ModelSpec CONVEX = ModelSpec.of(ModelSpec.Type.LINEAR).withHead(Head.HALF_MSE);
    private static final ModelSpec PERCEPTRON = ModelSpec.mlp(Activation.TANH, 8);
    private static final MemoryData VALUES = Trials.data(300, 70, 50, 0.9, 5, 0);
    private static final MemoryData CLASSES = Trials.data(300, 70, 50, 0.9, 5);

    static List<OptimizerCase> optimizers() {
        return OptimizerCase.ALL;
    }

    static List<ScheduleCase> schedules() {
        return ScheduleCase.ALL;
    }

    @Test
    void everyOptimizerAndScheduleHasItsCase() {
        assertEquals(
                names(Optimizers.ALL),
                names(OptimizerCase.ALL.stream().map(OptimizerCase::kind).toList()));
        assertEquals(
                names(Schedules.ALL),
                names(ScheduleCase.ALL.stream().map(ScheduleCase::kind).toList()));
    }

    private static List<String> names(List<? extends Kind> kinds) {
        return kinds.stream().map(Kind::name).toList();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerFollowsTheTextbook(OptimizerCase optimizer) {
        for (Recipe recipe : optimizer.recipes()) {
            for (UnaryOperator<Descent> terms : terms()) {
                Descent descent = new Descent().optimizer(recipe).rate(optimizer.rate());
                assertFollows(terms.apply(descent), recipe.toString());
            }
        }
    }

    /** Everything else that shapes an update; bounds so low that they bite. */
    private static List<UnaryOperator<Descent>> terms() {
        return List.of(
                descent -> descent,
                descent -> descent.penalty(4, Penalty.Form.PER_BATCH),
                descent -> descent.penalty(0.2, Penalty.Form.PLAIN),
                descent -> descent.clip(Clipping.Kind.VALUE, 0.02),
                descent -> descent.clip(Clipping.Kind.NORM, 0.1),
                descent -> descent.penalty(4, Penalty.Form.PER_BATCH).clip(Clipping.Kind.NORM, 0.1));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyScheduleFollowsTheTextbook(ScheduleCase schedule) {
        SortedSet<Double> rates = new TreeSet<>();
        for (Recipe recipe : schedule.recipes()) {
            Descent descent = new Descent().schedule(recipe).rate(0.03);
            boolean needsClasses = recipe.values().toString().contains("accuracy");
            rates.addAll(assertFollows(descent, PERCEPTRON, CLASSES, recipe.toString()));
            if (!needsClasses) {
                assertFollows(descent, CONVEX, VALUES, recipe.toString());
            }
        }
        assertEquals(schedule.kind() == Schedules.CONSTANT, rates.size() == 1, "the rate never changed");
    }

    @Test
    void batchesOfOneRowAndOfAllFollowTheTextbook() {
        for (BatchSize batch : List.of(BatchSize.of(1), BatchSize.ALL)) {
            int epochs = batch.equals(BatchSize.ALL) ? 200 : 1;
            assertFollows(new Descent().batch(batch).epochs(epochs).rate(0.01), batch.toString());
        }
    }

    private static void assertFollows(Descent descent, String what) {
        assertFollows(descent, CONVEX, VALUES, what);
        assertFollows(descent, PERCEPTRON, CLASSES, what);
    }

    /** Returns the rate of every step. */
    private static List<Double> assertFollows(Descent descent, ModelSpec model, MemoryData data, String what) {
        Selection selection = new Selection(Split.TRAIN, Selection.Measure.LOSS, false);
        Evaluation evaluation = new Evaluation(false, true, false);
        CohortSpec cohort = new CohortSpec(0, model, 42, selection, evaluation, List.of(descent.lane("only")));
        List<Double> rates = new ArrayList<>();
        LaneResult result = train(cohort, data, rates);
        TextbookTrainer textbook = new TextbookTrainer(cohort, data);
        assertEquals(descent.spec().epochs(), result.curve().size(), what + " " + result.reason());
        for (CurvePoint point : result.curve()) {
            CurvePoint expected = textbook.epoch(point.epoch() - 1);
            assertNear(expected, point, what);
        }
        assertEquals(textbook.rates().size(), rates.size(), what);
        for (int step = 0; step < rates.size(); step++) {
            assertEquals(textbook.rates().get(step), rates.get(step), 1e-15, what + " rate of step " + step);
        }
        for (int i = 0; i < textbook.parameters().length; i++) {
            assertEquals(textbook.parameters()[i], result.lastParameters()[i], TOLERANCE, what + " parameter " + i);
        }
        return rates;
    }

    private static void assertNear(CurvePoint expected, CurvePoint actual, String what) {
        String where = what + " in epoch " + expected.epoch();
        assertEquals(expected.steps(), actual.steps(), where);
        assertEquals(expected.learningRate(), actual.learningRate(), 1e-15, where);
        double tolerance = TOLERANCE * Math.max(1, expected.trainObjective());
        assertEquals(expected.trainLoss(), actual.trainLoss(), tolerance, where);
        assertEquals(expected.trainObjective(), actual.trainObjective(), tolerance, where);
        assertEquals(expected.validationLoss(), actual.validationLoss(), tolerance, where);
        assertEquals(expected.testLoss(), actual.testLoss(), tolerance, where);
        assertEquals(expected.trainAccuracy(), actual.trainAccuracy(), 1.0 / 300, where);
        assertEquals(expected.validationAccuracy(), actual.validationAccuracy(), 1.0 / 70, where);
        assertEquals(expected.testAccuracy(), actual.testAccuracy(), 1.0 / 50, where);
    }

    /** Trains as {@link MemoryEngine} does and writes down the rate of every step. */
    private static LaneResult train(CohortSpec spec, MemoryData data, List<Double> rates) {
        Cohort cohort = new Cohort(spec, data.summary(), 1);
        CohortState start = new CohortState(cohort);
        CohortLoop loop = new CohortLoop(cohort, start, present -> {
            Stepper stepper = new Stepper(present, start, List.of(data.load(0)), Kernels.best());
            return new StepRunner() {
                @Override
                public void step(CohortState state, long step, double[] laneRates, LossSums batch, LayerNorms norms) {
                    rates.add(laneRates[0]);
                    stepper.step(state, step, laneRates, batch, norms);
                }

                @Override
                public void evaluate(float[] parameters, Map<Split, LossSums> sums) {
                    stepper.evaluate(parameters, sums);
                }
            };
        });
        while (loop.goesOn()) {
            loop.epoch();
        }
        return loop.results().get(0);
    }
}
