package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.optim.BatchSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parameters on the way are those of a training that ends there, wherever it is trained, and keeping them changes nothing. */
class SnapshotsTest {
    private static final MemoryData DATA = Trials.data(300, 40, 30, 0.4, 5);
    private static final Selection SELECTION = new Selection(Split.VALIDATION, Selection.Measure.LOSS, true);
    private static final List<Integer> WANTED = List.of(1, 3, 9);

    private static CohortSpec cohort(int epochs, List<Integer> snapshots) {
        Evaluation evaluation = new Evaluation(false, false, false, 2, StepRecord.NONE, snapshots);
        List<LaneSpec> lanes = Trials.endingLanes(9, Trials.training(epochs, BatchSize.of(30), 0.05));
        return new CohortSpec(0, Trials.softmax(), 3, SELECTION, evaluation, lanes);
    }

    private static void assertSameSnapshots(List<LaneResult> expected, List<LaneResult> actual) {
        for (int lane = 0; lane < expected.size(); lane++) {
            LaneResult one = expected.get(lane);
            LaneResult other = actual.get(lane);
            assertEquals(one.snapshots().keySet(), other.snapshots().keySet());
            one.snapshots()
                    .forEach((epoch, parameters) -> assertArrayEquals(
                            Bits.bits(parameters), Bits.bits(other.snapshots().get(epoch))));
        }
    }

    @Test
    void aSnapshotIsWhereATrainingOfSoManyEpochsEnds() {
        List<LaneResult> plain = Trials.train(cohort(5, List.of()), DATA);
        List<LaneResult> kept = Trials.train(cohort(5, WANTED), DATA);
        Bits.assertSame(plain, kept, "kept");
        List<LaneResult> three = Trials.train(cohort(3, List.of()), DATA);
        int compared = 0;
        for (int lane = 0; lane < kept.size(); lane++) {
            int epochs = kept.get(lane).curve().size();
            assertTrue(kept.get(lane).snapshots().keySet().stream().allMatch(epoch -> epoch <= epochs));
            if (epochs == 5) {
                assertEquals(Set.of(1, 3), kept.get(lane).snapshots().keySet());
                assertArrayEquals(
                        Bits.bits(three.get(lane).lastParameters()),
                        Bits.bits(kept.get(lane).snapshots().get(3)));
                compared++;
            }
            assertTrue(plain.get(lane).snapshots().isEmpty());
        }
        assertTrue(compared > 0);
    }

    @Test
    void enginesLegsAndFilesAgreeOnThem() throws Exception {
        CohortSpec cohort = cohort(4, WANTED);
        MemoryData shards = DATA.withShards(4);
        List<LaneResult> expected = Trials.train(cohort, shards);
        assertSameSnapshots(expected, new PiecewiseEngine().train(cohort, shards, (spec, points) -> {}));
        try (LocalSpark spark = new LocalSpark(2)) {
            assertSameSnapshots(
                    expected, new InTaskEngine(spark.context(), () -> 0).train(cohort, shards, (spec, points) -> {}));
            assertSameSnapshots(
                    expected, new SynchronousEngine(spark.context(), 2).train(cohort, shards, (spec, points) -> {}));
        }
        for (LaneResult result : expected) {
            assertSameSnapshots(List.of(result), List.of(copy(result, true)));
            assertTrue(copy(result, false).snapshots().isEmpty());
        }
    }

    /** By its name alone, as somebody reads it who does not know the cohort. */
    private static LaneResult copy(LaneResult result, boolean withParameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.write(withParameters, new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        LaneResult read = LaneResult.read(result.trialId(), SELECTION, in);
        assertEquals(-1, in.read());
        Bits.assertSameNumbers(result, read, "read by name");
        return read;
    }
}
