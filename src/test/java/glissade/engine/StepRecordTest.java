package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.numeric.Block;
import glissade.optim.BatchSize;
import glissade.optim.Initialiser;
import glissade.optim.Momentum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single steps are written down as they are, whoever trains beside whom and wherever, and writing changes nothing. */
class StepRecordTest {
    private static final MemoryData DATA = Trials.data(300, 40, 30, 0.4, 5);
    private static final int STEPS_AN_EPOCH = 10;

    private static CohortSpec cohort(ModelSpec model, StepRecord record, List<LaneSpec> lanes) {
        Selection selection = new Selection(Split.TRAIN, Selection.Measure.LOSS, true);
        return new CohortSpec(0, model, 3, selection, Evaluation.PLAIN.with(record), lanes);
    }

    private static List<LaneSpec> endingLanes() {
        return Trials.endingLanes(9, Trials.training(4, BatchSize.of(30), 0.05));
    }

    private static List<List<Double>> rows(StepSeries series, int columns) {
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < series.rows(); row++) {
            List<Double> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(series.value(row, column));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static void assertSameSteps(List<LaneResult> expected, List<LaneResult> actual, int columns) {
        for (int lane = 0; lane < expected.size(); lane++) {
            assertEquals(
                    rows(expected.get(lane).steps(), columns),
                    rows(actual.get(lane).steps(), columns));
        }
    }

    @Test
    void recordingChangesNothingElse() {
        List<LaneSpec> lanes = endingLanes();
        List<LaneResult> plain = Trials.train(cohort(Trials.softmax(), StepRecord.NONE, lanes), DATA);
        for (StepRecord record : List.of(new StepRecord(7, false), StepRecord.EACH_IN_FULL)) {
            Bits.assertSame(plain, Trials.train(cohort(Trials.softmax(), record, lanes), DATA), "recorded");
        }
        assertNull(plain.get(0).steps());
        assertNull(plain.get(0).trajectory());
    }

    @Test
    void fusedLanesRecordWhatTheyWouldAlone() {
        List<LaneSpec> lanes = endingLanes();
        List<LaneResult> fused = Trials.train(cohort(Trials.softmax(), StepRecord.EACH_IN_FULL, lanes), DATA);
        List<LaneResult> alone = new ArrayList<>();
        lanes.forEach(lane ->
                alone.addAll(Trials.train(cohort(Trials.softmax(), StepRecord.EACH_IN_FULL, List.of(lane)), DATA)));
        assertSameSteps(alone, fused, 3);
        for (int lane = 0; lane < lanes.size(); lane++) {
            assertEquals(fused.get(lane).last().steps(), fused.get(lane).steps().rows());
        }
    }

    /** The mean over an epoch's batches, all of one size here, is the epoch's training loss. */
    @Test
    void lossesOfAnEpochsStepsMakeItsTrainingLoss() {
        LaneSpec lane = Trials.lane(0, Trials.training(3, BatchSize.of(30), 0.05));
        LaneResult result = Trials.train(cohort(Trials.softmax(), StepRecord.EACH_IN_FULL, List.of(lane)), DATA)
                .get(0);
        for (CurvePoint point : result.curve()) {
            double sum = 0;
            for (int step = 0; step < STEPS_AN_EPOCH; step++) {
                sum += result.steps().value((point.epoch() - 1) * STEPS_AN_EPOCH + step, 1);
            }
            assertEquals(point.trainLoss(), sum / STEPS_AN_EPOCH, 1e-12);
            assertEquals(0.05, result.steps().value(point.epoch(), 0));
            assertTrue(result.steps().value(point.epoch(), 2) > 0);
        }
    }

    @Test
    void everySeventhStepIsEverySeventhOfAll() {
        List<LaneSpec> lanes = endingLanes();
        List<LaneResult> all = Trials.train(cohort(Trials.softmax(), new StepRecord(1, false), lanes), DATA);
        List<LaneResult> some = Trials.train(cohort(Trials.softmax(), new StepRecord(7, false), lanes), DATA);
        for (int lane = 0; lane < lanes.size(); lane++) {
            List<List<Double>> each = rows(all.get(lane).steps(), 2);
            List<List<Double>> seventh = new ArrayList<>();
            for (int row = 6; row < each.size(); row += 7) {
                seventh.add(each.get(row));
            }
            assertEquals(seventh, rows(some.get(lane).steps(), 2));
        }
    }

    @Test
    void enginesAndLegsAgreeOnEveryStep() throws InterruptedException {
        CohortSpec cohort = cohort(Trials.softmax(), new StepRecord(3, true), endingLanes());
        MemoryData shards = DATA.withShards(4);
        List<LaneResult> expected = Trials.train(cohort, shards);
        try (LocalSpark spark = new LocalSpark(2)) {
            assertSameSteps(
                    expected,
                    new InTaskEngine(spark.context(), () -> 0).train(cohort, shards, (spec, points) -> {}),
                    3);
            assertSameSteps(
                    expected, new SynchronousEngine(spark.context(), 2).train(cohort, shards, (spec, points) -> {}), 3);
        }
    }

    @Test
    void statesAndResultsThatWereWrittenRememberEveryStep() throws Exception {
        MemoryData shards = DATA.withShards(4);
        for (Evaluation evaluation : List.of(Evaluation.PLAIN, new Evaluation(true, true, true))) {
            CohortSpec plain = cohort(Trials.mlp(Activation.TANH, 5), new StepRecord(3, true), endingLanes());
            CohortSpec cohort = new CohortSpec(
                    0, plain.model(), 3, plain.selection(), evaluation.with(new StepRecord(3, true)), plain.lanes());
            List<LaneResult> expected = Trials.train(cohort, shards);
            List<LaneResult> pieces = new PiecewiseEngine().train(cohort, shards, (spec, points) -> {});
            List<LaneResult> stored = new ArrayList<>();
            for (int lane = 0; lane < expected.size(); lane++) {
                stored.add(copy(cohort, lane, expected.get(lane), true));
            }
            for (List<LaneResult> each : List.of(pieces, stored)) {
                Bits.assertSame(expected, each, "written");
                assertSameSteps(expected, each, 3);
            }
            LaneResult light = copy(cohort, 2, expected.get(2), false);
            Bits.assertSameNumbers(expected.get(2), light, "light");
            assertNull(light.bestParameters());
        }
    }

    private static LaneResult copy(CohortSpec cohort, int lane, LaneResult result, boolean withParameters)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.write(withParameters, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        LaneResult read = LaneResult.read(cohort.lanes().get(lane), cohort, in);
        assertEquals(-1, in.read());
        return read;
    }

    private static CohortSpec walker(int epochs, int every) {
        Descent descent = new Descent()
                .optimizer(Momentum.KIND.recipe())
                .rate(0.001)
                .epochs(epochs)
                .batch(BatchSize.ALL)
                .from(new Initialiser(Initialiser.Kind.POINT, -1.2, 1));
        return cohort(
                ModelSpec.surface(Surface.ROSENBROCK, 0), new StepRecord(every, false), List.of(descent.lane("only")));
    }

    private static MemoryData nothing() {
        Block row = Block.dense(2, new float[2], new float[1]);
        Block none = Block.dense(2, new float[0], new float[0]);
        return MemoryData.of(row, none, none, List.of(), 1);
    }

    private static LaneResult walk(int epochs, int every) {
        return Trials.train(walker(epochs, every), nothing()).get(0);
    }

    @Test
    void aWayOfManyLegsIsThinnedAsIfItWereOne() {
        StepSeries legs = new PiecewiseEngine()
                .train(walker(5_000, 0), nothing(), (spec, points) -> {})
                .get(0)
                .trajectory();
        assertEquals(4, legs.every());
        assertEquals(rows(walk(5_000, 0).trajectory(), 3), rows(legs, 3));
    }

    @Test
    void aWayOverALandscapeBeginsAtItsStartAndHasTheLossOfEachPlace() {
        LaneResult result = walk(50, 0);
        StepSeries way = result.trajectory();
        assertEquals(50, way.rows());
        assertEquals((double) (float) -1.2, way.value(0, 0));
        assertEquals(1, way.value(0, 1));
        for (int row = 0; row < 50; row++) {
            assertEquals(result.curve().get(row).trainLoss(), way.value(row, 2));
            double loss = Surface.ROSENBROCK.value(way.value(row, 0), way.value(row, 1));
            assertEquals((float) loss, (float) way.value(row, 2));
        }
        assertNull(result.steps());
    }

    @Test
    void aLongWayIsThinnedTheSameHoweverLongItIs() {
        List<List<Double>> all = new ArrayList<>();
        for (int steps : new int[] {1_998, 1_999, 5_000}) {
            StepSeries way = walk(steps, 0).trajectory();
            assertTrue(way.rows() <= 1_998, way.rows() + " rows");
            assertEquals(steps == 1_998 ? 1 : steps == 1_999 ? 2 : 4, way.every());
            assertEquals((steps - 1) / way.every() + 1, way.rows());
            List<List<Double>> rows = rows(way, 3);
            if (all.isEmpty()) {
                all.addAll(rows);
            }
            for (int row = 0; row * way.every() < all.size(); row++) {
                assertEquals(all.get((int) (row * way.every())), rows.get(row));
            }
        }
        assertEquals(10, walk(100, 10).trajectory().rows());
    }
}
