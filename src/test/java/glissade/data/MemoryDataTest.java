package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryDataTest {
    private static final List<String> NAMES = SourceShape.numbered(10);
    private static final Source SOURCE = new Digits(Samples.digits(5_000, 0));
    private static final Block TRAINING = Samples.read(SOURCE, Part.TRAINING, 0, 5_000);
    private static final Block TEST = Samples.read(SOURCE, Part.TEST, 0, 300);
    private static final Block NONE = Block.dense(784, new float[0], new float[0]);

    private static MemoryData data(Block training, int shards) {
        return MemoryData.of(training, NONE, TEST, NAMES, shards);
    }

    private static Block changed(int at, float value) {
        float[] values = TRAINING.toDense().values();
        values[at] = value;
        return Block.dense(784, values, TRAINING.targets());
    }

    @Test
    void itIsTheSameDataAsItsSource() {
        DataSummary scanned = DataSets.open(Samples.digits(5_000, 0)).summary();
        assertEquals(scanned, data(TRAINING, 1).summary());
        assertTrue(scanned.sparse());
        assertEquals(TRAINING.nonZeros(), scanned.storedValues());
    }

    @Test
    void fingerprintDependsOnNeitherLayoutNorShards() {
        MemoryData sparse = data(TRAINING, 1);
        MemoryData dense = data(TRAINING.toDense(), 8);
        assertEquals(sparse.summary(), dense.summary());
        MemoryData relaid = sparse.withLayout(false);
        assertEquals(sparse.summary().fingerprint(), relaid.summary().fingerprint());
        assertFalse(relaid.summary().sparse());
        assertEquals(5_000L * 784, relaid.summary().storedValues());
        Samples.assertSame(
                sparse.load(0).rows(Split.TRAIN).toDense(), relaid.load(0).rows(Split.TRAIN));
    }

    @Test
    void eachLayoutAndShardCountHasItsOwnKey() {
        MemoryData data = data(TRAINING, 1);
        assertNotEquals(data.key(), data.withLayout(false).key());
        assertNotEquals(data.key(), data.withShards(2).key());
        assertEquals(data.key(), data(TRAINING.toDense(), 1).key());
    }

    @Test
    void fingerprintChangesWithOneBitOfOneValue() {
        String before = data(TRAINING, 1).summary().fingerprint();
        float old = TRAINING.toDense().values()[784 * 4_999 + 400];
        assertNotEquals(
                before,
                data(changed(784 * 4_999 + 400, Math.nextUp(old)), 1).summary().fingerprint());
        float[] targets = TRAINING.targets().clone();
        targets[17] = (targets[17] + 1) % 10;
        Block relabelled = Block.dense(784, TRAINING.toDense().values(), targets);
        assertNotEquals(before, data(relabelled, 1).summary().fingerprint());
    }

    @Test
    void fingerprintChangesWithTheSplitOfTheRows() {
        Block head = BlockSlices.slice(TRAINING, 0, 4_000);
        Block tail = BlockSlices.slice(TRAINING, 4_000, 5_000);
        String split = MemoryData.of(head, tail, TEST, NAMES, 1).summary().fingerprint();
        assertNotEquals(data(TRAINING, 1).summary().fingerprint(), split);
        assertNotEquals(MemoryData.of(head, TEST, tail, NAMES, 1).summary().fingerprint(), split);
    }

    @Test
    void negativeZeroIsZero() {
        int zero = 0;
        while (TRAINING.toDense().values()[zero] != 0f) {
            zero++;
        }
        MemoryData data = data(changed(zero, -0f), 1);
        assertEquals(data(TRAINING, 1).summary(), data.summary());
        float[] values = data.withLayout(false).load(0).rows(Split.TRAIN).values();
        assertEquals(0, Float.floatToRawIntBits(values[zero]));
    }

    @Test
    void shardsJoinToTheWhole() {
        for (int shards = 1; shards <= 64; shards *= 4) {
            List<Shard> parts = Samples.loadAll(data(TRAINING, shards));
            for (Split split : Split.values()) {
                List<Block> blocks =
                        parts.stream().map(shard -> shard.rows(split)).toList();
                Samples.assertSame(data(TRAINING, 1).load(0).rows(split), Samples.join(blocks));
            }
        }
    }

    @Test
    void narrowOrFullRowsAreDense() {
        float[] values = new float[15 * 2];
        values[3] = 1;
        Block narrow = Block.dense(15, values, new float[] {0, 1});
        Block none = Block.dense(15, new float[0], new float[0]);
        assertFalse(MemoryData.of(narrow, none, none, SourceShape.numbered(2), 1)
                .summary()
                .sparse());
        assertTrue(LayoutRule.sparse(16, 32, 16));
        assertFalse(LayoutRule.sparse(17, 32, 16));
    }

    @Test
    void noNumericDataFailsLoudly() {
        BadData value = assertThrows(BadData.class, () -> data(changed(784 * 3 + 5, Float.NaN), 1));
        assertEquals("training row 3 (counted from 0): feature 5 is NaN, expected a finite number", value.getMessage());
        float[] targets = TRAINING.targets().clone();
        targets[4_500] = 10;
        Block wrong = Block.dense(784, TRAINING.toDense().values(), targets);
        BadData target = assertThrows(BadData.class, () -> data(wrong, 1));
        assertEquals(
                "training row 4500 (counted from 0): the target is 10.0, expected a class from 0 to 9",
                target.getMessage());
    }

    @Test
    void oneClassOnlyIsRefused() {
        float[] targets = new float[5_000];
        Arrays.fill(targets, 3);
        BadData refusal = assertThrows(
                BadData.class, () -> data(Block.dense(784, TRAINING.toDense().values(), targets), 1));
        assertEquals("all 5000 training rows are of one class; at least two are needed", refusal.getMessage());
    }

    @Test
    void aValueTargetNeedsNoClasses() {
        Block rows = Block.dense(2, new float[] {1, 2, 3, 4}, new float[] {-1.5f, 7});
        Block none = Block.dense(2, new float[0], new float[0]);
        DataSummary summary = MemoryData.of(rows, none, none, List.of(), 1).summary();
        assertEquals(0, summary.classes());
        assertEquals(4, summary.storedValues());
        assertEquals(4.25 * 4.25, summary.targetVariance());
        assertTrue(Double.isNaN(data(TRAINING, 1).summary().targetVariance()));
    }
}
