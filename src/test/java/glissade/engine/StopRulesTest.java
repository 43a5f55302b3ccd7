package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.engine.LaneResult.Status;
import glissade.engine.Selection.Measure;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.numeric.Block;
import glissade.optim.Adam;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Sgd;
import glissade.optim.StopRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a lane ends, why, and what it leaves. */
class StopRulesTest {
    /** Ten steps an epoch; validation and test rows are the same. */
    private static final MemoryData DATA = data();

    private static final ModelSpec SOFTMAX = ModelSpec.of(ModelSpec.Type.SOFTMAX);
    private static final Selection VALIDATION_LOSS = new Selection(Split.VALIDATION, Measure.LOSS, true);
    private static final double FACTOR = StopRules.DEFAULT_DIVERGENCE_FACTOR;

    private static MemoryData data() {
        Block held = Trials.block(40, 0.9, 17, Trials.CLASSES);
        List<String> names = List.of("a", "b", "c", "d");
        return MemoryData.of(Trials.block(100, 0.9, 15, Trials.CLASSES), held, held, names, 1);
    }

    private static Descent descent() {
        return new Descent().batch(BatchSize.of(10)).epochs(30);
    }

    private static LaneResult train(ModelSpec model, MemoryData data, Selection selection, Descent descent) {
        List<LaneSpec> lanes = List.of(descent.lane("only"));
        return Trials.train(new CohortSpec(0, model, 3, selection, Evaluation.PLAIN, lanes), data)
                .get(0);
    }

    private static LaneResult train(Descent descent) {
        return train(SOFTMAX, DATA, VALIDATION_LOSS, descent);
    }

    private static StopRules tolerance(double tolerance) {
        return new StopRules(tolerance, 0, 0, FACTOR);
    }

    private static StopRules patience(int epochs) {
        return new StopRules(0, epochs, 0, FACTOR);
    }

    /** Checks that a lane was stopped early and was, until then, the same as one that was not. */
    private static void assertCutShort(LaneResult whole, LaneResult cut, int epochs, String reason) {
        assertEquals(Status.STOPPED, cut.status());
        assertEquals(reason, cut.reason());
        assertEquals(epochs, cut.curve().size());
        assertTrue(epochs > 2 && epochs < whole.curve().size() - 2, "it ends well within, at " + epochs);
        assertEquals(whole.curve().subList(0, epochs), cut.curve());
    }

    @Test
    void withoutRulesATrialTakesAllItsEpochs() {
        LaneResult result = train(descent());
        assertEquals(Status.COMPLETED, result.status());
        assertEquals("", result.reason());
        assertEquals(30, result.curve().size());
        assertEquals(300, result.last().steps());
    }

    @Test
    void toleranceStopsAtTheFirstEpochWhoseLossIsThatNearTheLast() {
        LaneResult whole = train(descent());
        double tolerance = 0.01;
        List<CurvePoint> curve = whole.curve();
        int first = IntStream.range(1, curve.size())
                        .filter(i -> Math.abs(curve.get(i).trainLoss()
                                        - curve.get(i - 1).trainLoss())
                                < tolerance)
                        .findFirst()
                        .orElseThrow()
                + 1;
        LaneResult cut = train(descent().stop(tolerance(tolerance)));
        assertCutShort(whole, cut, first, "training loss changed by less than stop.tolerance");
    }

    /** Rows that are all alike: a batch's loss differs from the next one's by a tenth of what two epochs' do. */
    @Test
    void toleranceNeverLooksAtSingleBatches() {
        float[] ones = new float[100];
        Arrays.fill(ones, 1f);
        Block rows = Block.dense(1, ones, ones);
        MemoryData data = MemoryData.of(rows, rows, rows, List.of(), 1);
        Descent descent = descent().epochs(3).rate(0.001).from(Initialiser.ZEROS);
        ModelSpec linear = ModelSpec.of(ModelSpec.Type.LINEAR);
        Selection byTraining = new Selection(Split.TRAIN, Measure.LOSS, false);
        StopRules rules = tolerance(0.02);
        LaneResult batches = train(linear, data, byTraining, descent.stop(rules));
        LaneResult whole = train(linear, data, byTraining, descent.batch(BatchSize.ALL));
        assertEquals(Status.COMPLETED, batches.status());
        assertTrue(batches.curve().get(0).trainLoss() - batches.curve().get(1).trainLoss() > 0.05);
        assertEquals(Status.STOPPED, whole.status());
        assertEquals(2, whole.curve().size());
    }

    @Test
    void patienceEndsWhenTheSelectedNumberHasNotImprovedForSoManyEpochs() {
        for (Measure measure : Measure.values()) {
            Selection selection = new Selection(Split.VALIDATION, measure, true);
            Descent descent = descent().rate(0.3);
            LaneResult whole = train(SOFTMAX, DATA, selection, descent);
            int patience = 4;
            int best = 0;
            int end = 0;
            for (int epoch = 1; end == 0; epoch++) {
                double value = selection.value(whole.curve().get(epoch - 1));
                boolean better = best == 0
                        || (measure == Measure.LOSS
                                ? value < selection.value(whole.curve().get(best - 1))
                                : value > selection.value(whole.curve().get(best - 1)));
                best = better ? epoch : best;
                end = epoch - best == patience ? epoch : 0;
            }
            LaneResult cut = train(SOFTMAX, DATA, selection, descent.stop(patience(patience)));
            assertCutShort(whole, cut, end, selection.name() + " no better for 4 epochs");
            assertEquals(best, cut.bestEpoch());
        }
    }

    /** The step before it still has a finite loss. */
    @Test
    void aLossThatIsNotFiniteNamesItsStep() {
        Descent descent = descent().rate(1e19);
        ModelSpec model = ModelSpec.mlp(Activation.IDENTITY, 4);
        LaneResult result = train(model, DATA, VALIDATION_LOSS, descent);
        assertEquals(Status.DIVERGED, result.status());
        String prefix = "loss not finite at step ";
        assertTrue(result.reason().startsWith(prefix), result.reason());
        int step = Integer.parseInt(result.reason().substring(prefix.length()));
        assertTrue(step > 1);
        LaneResult until = train(model, DATA, VALIDATION_LOSS, descent.steps(step - 1));
        assertTrue(Double.isFinite(until.last().trainLoss()), "the loss of step " + (step - 1));
        assertEquals(
                result.reason(),
                train(model, DATA, VALIDATION_LOSS, descent.steps(step)).reason());
    }

    /** Four classes: a guess has the loss log 4. */
    @Test
    void twoEpochsInARowAboveSoManyTimesAGuessAreDivergence() {
        Descent descent = descent().rate(200);
        LaneResult result = train(descent);
        double limit = FACTOR * StrictMath.log(4);
        List<CurvePoint> curve = result.curve();
        assertEquals(Status.DIVERGED, result.status());
        assertEquals(
                "training loss above stop.divergence.factor times the trivial loss, twice, at epoch " + curve.size(),
                result.reason());
        assertTrue(curve.get(curve.size() - 1).trainLoss() > limit);
        assertTrue(curve.get(curve.size() - 2).trainLoss() > limit);
        assertTrue(curve.size() == 2 || curve.get(curve.size() - 3).trainLoss() <= limit);
        assertEquals(
                Status.COMPLETED,
                train(descent.stop(new StopRules(0, 0, 0, 1e6))).status());
    }

    /** Rosenbrock's valley is entered from a height of 24, which is no divergence; 20 times that height is. */
    @Test
    void onALandscapeDivergenceGoesByTheHeightOfTheStart() {
        Block row = Block.dense(2, new float[2], new float[1]);
        MemoryData data = MemoryData.of(row, Block.dense(2, new float[0], new float[0]), row, List.of(), 1);
        Selection byTraining = new Selection(Split.TRAIN, Measure.LOSS, false);
        ModelSpec valley = ModelSpec.surface(Surface.ROSENBROCK, 0);
        Descent slow = descent().rate(1e-5).from(-1.2, 1);
        assertEquals(Status.COMPLETED, train(valley, data, byTraining, slow).status());
        LaneResult wild = train(
                ModelSpec.surface(Surface.BOWL, 0),
                data,
                byTraining,
                slow.rate(1.5).from(3, 4));
        assertEquals(Status.DIVERGED, wild.status());
        List<CurvePoint> curve = wild.curve();
        assertEquals(25, curve.get(0).trainLoss());
        assertEquals(
                List.of(25.0, 100.0, 400.0, 1600.0),
                curve.stream().map(CurvePoint::trainLoss).toList());
    }

    @Test
    void stepsEndATrialInTheMiddleOfAnEpochAndMeasureItThere() {
        LaneResult whole = train(descent());
        LaneResult cut = train(descent().steps(23));
        assertEquals(Status.STOPPED, cut.status());
        assertEquals("reached 23 steps", cut.reason());
        assertEquals(3, cut.curve().size());
        assertEquals(whole.curve().subList(0, 2), cut.curve().subList(0, 2));
        assertEquals(3, cut.last().epoch());
        assertEquals(23, cut.last().steps());
        assertNotEquals(whole.curve().get(2).validationLoss(), cut.last().validationLoss());
        assertEquals(cut.last().testLoss(), cut.last().validationLoss(), "measured where it stands at the end");
        TextbookTrainer textbook = new TextbookTrainer(
                new CohortSpec(
                        0,
                        SOFTMAX,
                        3,
                        VALIDATION_LOSS,
                        Evaluation.PLAIN,
                        List.of(descent().lane("only"))),
                DATA);
        textbook.epoch(0);
        textbook.epoch(1);
        textbook.steps(2, 3);
        for (int i = 0; i < cut.lastParameters().length; i++) {
            assertEquals(textbook.parameters()[i], cut.lastParameters()[i], 1e-5);
        }
        assertEquals(textbook.lossOfEpoch() / 30, cut.last().trainLoss(), 1e-5, "the mean of the three batches");
    }

    @Test
    void stepsThatFillTheirEpochsAreEpochs() {
        LaneResult whole = train(descent());
        LaneResult cut = train(descent().steps(50));
        assertCutShort(whole, cut, 5, "reached 50 steps");
        assertEquals(Status.COMPLETED, train(descent().steps(300)).status());
        assertEquals(Status.COMPLETED, train(descent().steps(301)).status());
    }

    @Test
    void stepsInTheMiddleOfTheLastEpochAreNoCompletion() {
        LaneResult cut = train(descent().steps(295));
        assertEquals(Status.STOPPED, cut.status());
        assertEquals("reached 295 steps", cut.reason());
        assertEquals(30, cut.curve().size());
    }

    /** Lanes that end one by one until few are left: diverged, impatient, content, at a step, and at the very end. */
    private static List<LaneSpec> variousEnds(boolean adaptive) {
        List<Descent> descents = List.of(
                endless(adaptive),
                endless(adaptive).stop(tolerance(0.02)),
                endless(adaptive).stop(patience(2)).rate(0.5),
                endless(adaptive).rate(1e38),
                endless(adaptive).rate(300),
                endless(adaptive).steps(1),
                endless(adaptive).steps(37),
                endless(adaptive).steps(60),
                endless(adaptive).epochs(9),
                endless(adaptive).epochs(12).stop(new StopRules(1e-9, 11, 119, 2)));
        List<LaneSpec> lanes = new ArrayList<>();
        for (Descent each : descents) {
            lanes.add(each.lane("trial-" + lanes.size()));
        }
        return lanes;
    }

    private static Descent endless(boolean adaptive) {
        return descent().optimizer(adaptive ? Adam.KIND.recipe() : Sgd.KIND.recipe());
    }

    @Test
    void lanesThatEndAtDifferentTimesAreTheSameAsEachAlone() {
        for (ModelSpec model : List.of(SOFTMAX, ModelSpec.mlp(Activation.TANH, 6))) {
            for (boolean adaptive : new boolean[] {false, true}) {
                List<LaneSpec> lanes = variousEnds(adaptive);
                List<LaneResult> alone = new ArrayList<>();
                for (LaneSpec lane : lanes) {
                    alone.addAll(Trials.train(cohort(model, List.of(lane)), DATA));
                }
                List<LaneResult> fused = Trials.train(cohort(model, lanes), DATA);
                Bits.assertSame(alone, fused, "beside others that end");
                assertEquals(10, fused.size());
                assertTrue(
                        fused.stream()
                                        .map(lane -> lane.reason().replaceAll("\\d", ""))
                                        .distinct()
                                        .count()
                                >= 5,
                        "reasons: " + fused.stream().map(LaneResult::reason).toList());
                assertTrue(
                        fused.stream()
                                        .map(lane -> lane.curve().size())
                                        .distinct()
                                        .count()
                                >= 6,
                        "lengths: "
                                + fused.stream()
                                        .map(lane -> lane.curve().size())
                                        .toList());
            }
        }
    }

    private static CohortSpec cohort(ModelSpec model, List<LaneSpec> lanes) {
        return new CohortSpec(0, model, 3, VALIDATION_LOSS, Evaluation.PLAIN, lanes);
    }
}
