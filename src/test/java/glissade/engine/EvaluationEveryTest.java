package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.engine.LaneResult.Status;
import glissade.engine.Selection.Measure;
import glissade.model.ModelSpec;
import glissade.optim.BatchSize;
import glissade.optim.StopRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluating now and then rather than always is the same training, looked at less often. */
class EvaluationEveryTest {
    private static final int EPOCHS = 11;
    private static final int EVERY = 4;
    private static final MemoryData DATA = Trials.data(120, 50, 40, 0.5, 7);
    private static final ModelSpec MODEL = Trials.softmax();

    static Stream<Evaluation> kinds() {
        return Stream.of(
                Evaluation.PLAIN,
                new Evaluation(true, false, false),
                new Evaluation(false, true, true),
                new Evaluation(true, true, true));
    }

    private static Evaluation seldom(Evaluation often) {
        return new Evaluation(often.trainInFull(), often.testEachEpoch(), often.layers(), EVERY, often.steps());
    }

    private static CohortSpec cohort(Evaluation evaluation, Split split, List<LaneSpec> lanes) {
        Selection selection = new Selection(split, Measure.LOSS, true);
        return new CohortSpec(0, MODEL, 3, selection, evaluation, lanes);
    }

    private static Descent descent() {
        return new Descent().batch(BatchSize.of(20)).epochs(EPOCHS).rate(0.05);
    }

    private static LaneResult train(Evaluation evaluation, Split split, Descent descent) {
        return Trials.train(cohort(evaluation, split, List.of(descent.lane("only"))), DATA)
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theCurveIsTheSameAtEvaluatedEpochsAndLacksEvaluationsBetween(Evaluation kind) {
        LaneResult often = train(kind, Split.VALIDATION, descent());
        LaneResult seldom = train(seldom(kind), Split.VALIDATION, descent());
        assertArrayEquals(Bits.bits(often.lastParameters()), Bits.bits(seldom.lastParameters()));
        assertEquals(often.last(), seldom.last());
        assertEquals(EPOCHS, seldom.curve().size());
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            CurvePoint point = often.curve().get(epoch - 1);
            boolean evaluated = epoch % EVERY == 0 || epoch == EPOCHS;
            assertEquals(
                    evaluated ? point : point.withoutEvaluation(!kind.trainInFull()),
                    seldom.curve().get(epoch - 1));
        }
        assertEquals(often.layers(), seldom.layers());
    }

    @Test
    void onlyAnEvaluatedEpochIsBest() {
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            LaneResult seldom = train(seldom(Evaluation.PLAIN), split, descent().rate(0.5));
            List<CurvePoint> candidates = Stream.of(4, 8, 11)
                    .map(epoch -> seldom.curve().get(epoch - 1))
                    .toList();
            Selection selection = new Selection(split, Measure.LOSS, true);
            CurvePoint best = candidates.stream()
                    .min((a, b) -> selection.compare(selection.value(a), selection.value(b)))
                    .orElseThrow();
            assertEquals(best.epoch(), seldom.bestEpoch());
            assertEquals(best.epoch(), seldom.bestLossEpoch());
            assertTrue(List.of(4, 8, 11).contains(seldom.bestAccuracyEpoch()));
        }
    }

    @Test
    void bestEpochsOfLossAndAccuracyFollowFromTheCurve() {
        LaneResult result = train(Evaluation.PLAIN, Split.VALIDATION, descent().rate(0.5));
        assertEquals(best(result, "validation.loss"), result.bestLossEpoch());
        assertEquals(best(result, "validation.accuracy"), result.bestAccuracyEpoch());
        LaneResult unmeasured = train(Evaluation.PLAIN, Split.TEST, descent());
        assertEquals(0, unmeasured.bestLossEpoch());
        assertEquals(0, unmeasured.bestAccuracyEpoch());
    }

    private static int best(LaneResult result, String name) {
        Selection selection = Selection.named(name, true);
        return result.curve().stream()
                .min((a, b) -> selection.compare(selection.value(a), selection.value(b)))
                .orElseThrow()
                .epoch();
    }

    @Test
    void stopRulesLookAtEvaluatedEpochsOnly() {
        LaneResult settled =
                train(seldom(Evaluation.PLAIN), Split.VALIDATION, descent().stop(new StopRules(1e9, 0, 0, 10)));
        assertEquals(Status.STOPPED, settled.status());
        assertEquals(8, settled.curve().size(), "the second evaluation is the first with one to compare");
        LaneResult limited =
                train(seldom(Evaluation.PLAIN), Split.VALIDATION, descent().steps(32));
        assertEquals("reached 32 steps", limited.reason());
        assertEquals(6, limited.curve().size());
        assertTrue(Double.isFinite(limited.curve().get(5).validationLoss()), "a lane's last epoch is evaluated");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void lanesThatEndAtDifferentTimesAreTheSameAsEachAlone(Evaluation kind) {
        List<LaneSpec> lanes = new ArrayList<>();
        List<Descent> descents = List.of(
                descent(),
                descent().steps(13),
                descent().steps(18),
                descent().epochs(6),
                descent().rate(1e38),
                descent().stop(new StopRules(0.05, 0, 0, 10)),
                descent().rate(0.9).stop(new StopRules(0, 2, 0, 10)));
        descents.forEach(each -> lanes.add(each.lane("trial-" + lanes.size())));
        List<LaneResult> alone = new ArrayList<>();
        lanes.forEach(lane -> alone.addAll(Trials.train(cohort(seldom(kind), Split.VALIDATION, List.of(lane)), DATA)));
        Bits.assertSame(alone, Trials.train(cohort(seldom(kind), Split.VALIDATION, lanes), DATA), "fused");
    }
}
