package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.engine.LaneResult.Status;
import glissade.model.Activation;
import glissade.model.LossSums;
import glissade.model.ModelSpec;
import glissade.numeric.Block;
import glissade.numeric.Kernels;
import glissade.numeric.ScalarKernels;
import glissade.optim.BatchSize;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trial ends with the same bits whoever trains beside it, on whatever kernels and in whatever layout. */
class FusedEqualsSoloTest {
    private static final int EPOCHS = 3;

    /** 300 rows in batches of 32: the last has 12. */
    private static final BatchSize SHORT_LAST = BatchSize.of(32);

    private static final MemoryData SPARSE = Trials.data(300, 70, 50, 0.4, 1);
    private static final MemoryData DENSE = SPARSE.withLayout(false);

    private static List<ModelSpec> models() {
        return Trials.models();
    }

    private static List<ModelSpec> otherHeads() {
        return Trials.otherHeads();
    }

    private static List<TrainingSpec> updates() {
        return Trials.updates(EPOCHS, SHORT_LAST);
    }

    private static List<LaneResult> alone(ModelSpec model, List<LaneSpec> lanes, MemoryData data) {
        List<LaneResult> results = new ArrayList<>();
        for (LaneSpec lane : lanes) {
            results.addAll(Trials.train(Trials.cohort(model, List.of(lane)), data));
        }
        return results;
    }

    private static List<LaneResult> fused(ModelSpec model, List<LaneSpec> lanes, MemoryData data) {
        return Trials.train(Trials.cohort(model, lanes), data);
    }

    private static void assertFusedIsSolo(ModelSpec model, List<LaneSpec> lanes, MemoryData data) {
        Bits.assertSame(alone(model, lanes, data), fused(model, lanes, data), lanes.size() + " lanes of " + model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void anyNumberOfLanesIsTheSameAsEachAlone(ModelSpec model) {
        for (MemoryData data : List.of(SPARSE, DENSE)) {
            List<LaneSpec> lanes = Trials.lanes(40, EPOCHS, SHORT_LAST);
            List<LaneResult> alone = alone(model, lanes, data);
            for (int width : new int[] {1, 2, 7, 16, 17, 40}) {
                List<LaneResult> fused = fused(model, lanes.subList(0, width), data);
                Bits.assertSame(alone.subList(0, width), fused, width + " lanes of " + model);
            }
            assertEquals(40, alone.stream().map(LaneResult::curve).distinct().count(), "lanes differ among themselves");
        }
    }

    @ParameterizedTest
    @MethodSource("otherHeads")
    void everyHeadIsTheSameFusedAndInEveryLayoutAndKernel(ModelSpec model) {
        List<LaneSpec> lanes = Trials.lanes(7, Trials.training(EPOCHS, SHORT_LAST, 0.003));
        MemoryData sparse = Trials.data(300, 70, 50, 0.4, 3, Trials.classes(model));
        assertFusedIsSolo(model, lanes, sparse);
        assertFusedIsSolo(model, lanes, sparse.withLayout(false));
        List<LaneResult> fused = fused(model, lanes, sparse);
        Bits.assertSame(fused, fused(model, lanes, sparse.withLayout(false)), "dense");
        Bits.assertSame(fused, Trials.train(Trials.cohort(model, lanes), sparse, new ScalarKernels()), "scalar");
    }

    @ParameterizedTest
    @MethodSource("updates")
    void everyUpdateIsTheSameFusedAndInEveryLayoutAndKernel(TrainingSpec training) {
        List<LaneSpec> lanes = Trials.lanes(7, training);
        for (ModelSpec model : List.of(Trials.softmax(), Trials.mlp(Activation.TANH, 5))) {
            assertFusedIsSolo(model, lanes, SPARSE);
            List<LaneResult> fused = fused(model, lanes, SPARSE);
            Bits.assertSame(fused, fused(model, lanes, DENSE), "dense");
            Bits.assertSame(fused, Trials.train(Trials.cohort(model, lanes), SPARSE, new ScalarKernels()), "scalar");
        }
    }

    /** Fewer and fewer lanes are left, until one that is laid out as if it had always been alone. */
    @ParameterizedTest
    @MethodSource("updates")
    void lanesThatEndLeaveTheOthersAlone(TrainingSpec training) {
        List<LaneSpec> lanes = Trials.endingLanes(17, Trials.withEpochs(training, 6));
        for (ModelSpec model : List.of(Trials.softmax(), Trials.mlp(Activation.RELU, 5))) {
            assertFusedIsSolo(model, lanes, SPARSE);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSlotOfALaneDoesNotMatter(ModelSpec model) {
        List<LaneSpec> lanes = new ArrayList<>(Trials.lanes(7, EPOCHS, SHORT_LAST));
        List<LaneResult> forwards = fused(model, lanes, SPARSE);
        Collections.reverse(lanes);
        List<LaneResult> backwards = new ArrayList<>(fused(model, lanes, SPARSE));
        Collections.reverse(backwards);
        Bits.assertSame(forwards, backwards, "reversed");
    }

    @ParameterizedTest
    @MethodSource("models")
    void vectorAndScalarKernelsAreTheSame(ModelSpec model) {
        Kernels scalar = new ScalarKernels();
        assertNotEquals(scalar.description(), Kernels.best().description(), "this JVM has no vector module");
        for (MemoryData data : List.of(SPARSE, DENSE)) {
            for (int width : new int[] {1, 7, 17}) {
                CohortSpec cohort = Trials.cohort(model, Trials.lanes(width, EPOCHS, SHORT_LAST));
                Bits.assertSame(
                        Trials.train(cohort, data, scalar), Trials.train(cohort, data, Kernels.best()), "vectors");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void denseAndSparseRowsAreTheSame(ModelSpec model) {
        assertTrue(SPARSE.summary().sparse());
        for (int width : new int[] {1, 7}) {
            CohortSpec cohort = Trials.cohort(model, Trials.lanes(width, EPOCHS, SHORT_LAST));
            Bits.assertSame(Trials.train(cohort, SPARSE), Trials.train(cohort, DENSE), "dense");
        }
    }

    @Test
    void anyBatchSizeIsTheSame() {
        for (ModelSpec model : List.of(Trials.softmax(), Trials.mlp(Activation.RELU, 5))) {
            for (BatchSize batch : List.of(BatchSize.of(1), BatchSize.of(300), BatchSize.of(1_000), BatchSize.ALL)) {
                assertFusedIsSolo(model, Trials.lanes(7, EPOCHS, batch), SPARSE);
            }
        }
    }

    @Test
    void aBatchOfSeveralTilesIsTheSame() {
        MemoryData data = Trials.data(1_300, 70, 50, 0.4, 2);
        for (BatchSize batch : List.of(BatchSize.of(512), BatchSize.of(513), BatchSize.of(1_200), BatchSize.ALL)) {
            assertFusedIsSolo(Trials.softmax(), Trials.lanes(7, EPOCHS, batch), data);
            assertFusedIsSolo(Trials.mlp(Activation.TANH, 6), Trials.lanes(2, EPOCHS, batch), data);
            assertFusedIsSolo(Trials.mlp(Activation.TANH, 6), Trials.lanes(2, EPOCHS, batch), data.withLayout(false));
        }
    }

    /** 96 units times 48 lanes leave room for 56 rows in a tile; a lane alone takes all 300 at once. */
    @Test
    void aBatchThatIsOneTileAloneMayBeSeveralFused() {
        ModelSpec wide = Trials.mlp(Activation.RELU, 96);
        List<LaneSpec> lanes = Trials.lanes(40, 2, BatchSize.ALL);
        for (MemoryData data : List.of(SPARSE, DENSE)) {
            List<LaneResult> fused = fused(wide, lanes, data);
            Bits.assertSame(alone(wide, lanes.subList(30, 40), data), fused.subList(30, 40), "wide");
        }
    }

    /** Seven lanes, of which lane 3 has another rate. */
    private static List<LaneSpec> withNeighbour(double rate, BatchSize batch) {
        List<LaneSpec> lanes = new ArrayList<>(Trials.lanes(7, EPOCHS, batch));
        lanes.set(3, Trials.lane(3, Trials.training(EPOCHS, batch, rate)));
        return lanes;
    }

    /** Checks that lane 3 alone diverges, and nobody's bits tell; returns why. */
    private static String divergence(ModelSpec model, List<LaneSpec> lanes, MemoryData data) {
        List<LaneResult> fused = fused(model, lanes, data);
        Bits.assertSame(alone(model, lanes, data), fused, "beside a diverging lane of " + model);
        for (int i = 0; i < fused.size(); i++) {
            assertEquals(
                    i == 3 ? Status.DIVERGED : Status.COMPLETED, fused.get(i).status());
        }
        return fused.get(3).reason();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aDivergingLaneLeavesTheOthersAlone(ModelSpec model) {
        for (MemoryData data : List.of(SPARSE, DENSE)) {
            divergence(model, withNeighbour(1e38, SHORT_LAST), data);
        }
    }

    @Test
    void aLaneDivergesAtTheFirstStepWhoseLossIsNotFinite() {
        List<LaneSpec> lanes = withNeighbour(1e38, SHORT_LAST);
        Cohort cohort = new Cohort(Trials.cohort(Trials.softmax(), List.of(lanes.get(3))), SPARSE.summary(), 1);
        CohortState state = new CohortState(cohort);
        Stepper stepper = new Stepper(cohort, state, List.of(SPARSE.load(0)), Kernels.best());
        LossSums batch = new LossSums(1);
        long step = 0;
        while (Double.isFinite(batch.loss(0))) {
            stepper.step(state, step++, new double[] {1e38}, batch, null);
        }
        assertEquals("loss not finite at step " + step, divergence(Trials.softmax(), lanes, SPARSE));
    }

    @Test
    void aLaneWhoseLossIsTooHighTwiceDiverges() {
        String reason = divergence(Trials.softmax(), withNeighbour(300, SHORT_LAST), SPARSE);
        assertTrue(reason.contains("training loss above") && reason.endsWith("epoch 2"), reason);
    }

    /** One step an epoch, and the only step overflows: 3e38 times a gradient above 2. */
    @Test
    void aLaneWhoseParametersAreNotFiniteDiverges() {
        float[] values = {8f, 0f, 0f, -8f};
        Block rows = Block.dense(2, values, new float[] {0f, 1f});
        MemoryData data = MemoryData.of(rows, rows, rows, List.of("a", "b"), 1);
        String reason = divergence(Trials.softmax(), withNeighbour(3e38, BatchSize.ALL), data);
        assertEquals("parameter not finite after step 1", reason);
    }
}
