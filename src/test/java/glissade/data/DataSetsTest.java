package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Block;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetsTest {
    /** Pinned: the same on every machine and every JDK, for ever. */
    @ParameterizedTest
    @CsvSource({
        "circles, 1000, 0,   f8330f5b4f205b02f6227244bc01fb1049c15404cc435df31a296b1e073bd9e7",
        "circles, 1000, 0.2, edc485ec5c7d075ee150652feb1345f7adeb89f270bc88c5ffaac780f98be7ac",
        "digits,  500,  0,   3f68334e2df31f5b2e1b5c55d7e16940bed0159189047d802df18b38d26e6214",
        "digits,  500,  0.1, 8a70954e2efdcedffac9cc6defb03e3b77112be2a93c395bc2881e2aa721b3bb"
    })
    void fingerprintsArePinned(String source, long rows, double validation, String fingerprint) {
        DataSpec spec = source.equals("circles") ? Samples.circles(rows, validation) : Samples.digits(rows, validation);
        assertEquals(fingerprint, DataSets.open(spec).summary().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void shardsReadAnewJoinToTheWhole(int shards) {
        DataSpec spec = Samples.digits(4_501, 0.15);
        ScannedData scanned = DataSets.open(spec);
        Shard whole = scanned.sharded(1).load(0);
        ShardedData data = scanned.sharded(shards);
        List<Shard> fromMemory = Samples.loadAll(data);
        RecentRows.forget();
        List<Shard> readAnew = Samples.loadAll(data);
        for (int s = 0; s < shards; s++) {
            Samples.assertSame(fromMemory.get(s), readAnew.get(s));
        }
        for (Split split : Split.values()) {
            List<Block> blocks =
                    readAnew.stream().map(shard -> shard.rows(split)).toList();
            Samples.assertSame(whole.rows(split), Samples.join(blocks));
            assertEquals(whole.rows(split).rows(), scanned.summary().rows(split));
        }
    }

    @Test
    void everyRowIsInExactlyOneSplit() {
        DataSummary all = DataSets.open(Samples.circles(10_000, 0)).summary();
        DataSummary split = DataSets.open(Samples.circles(10_000, 0.1)).summary();
        assertEquals(10_000, split.trainingRows() + split.validationRows());
        assertEquals(0, all.validationRows());
        assertNotEquals(all.fingerprint(), split.fingerprint());
    }

    @Test
    void appendedRowsFollowTheOldOnesInEverySplit() {
        Shard small = DataSets.open(Samples.circles(3_000, 0.3)).sharded(1).load(0);
        Shard large = DataSets.open(Samples.circles(5_000, 0.3)).sharded(1).load(0);
        for (Split split : Split.values()) {
            Block old = small.rows(split);
            Samples.assertSame(old, BlockSlices.slice(large.rows(split), 0, old.rows()));
        }
    }

    @Test
    void everyFeatureIsDividedByTheScale() {
        float[] raw = trainingValues(1);
        float[] scaled = trainingValues(3);
        for (int i = 0; i < raw.length; i++) {
            assertEquals((float) (raw[i] / 3.0), scaled[i]);
        }
    }

    private static float[] trainingValues(double scale) {
        DataSpec spec = Generated.of("circles").withRows(10, 0).spec(0, scale);
        return DataSets.open(spec).sharded(1).load(0).rows(Split.TRAIN).values();
    }

    @Test
    void theCheapFingerprintFollowsTheSettings() {
        assertEquals(
                DataSets.cheapFingerprint(Samples.digits(10, 0)), DataSets.cheapFingerprint(Samples.digits(10, 0)));
        assertNotEquals(
                DataSets.cheapFingerprint(Samples.digits(10, 0)), DataSets.cheapFingerprint(Samples.digits(11, 0)));
    }

    @Test
    void unknownSourcesAreRefused() {
        DataSpec spec = new DataSpec("digit", null, null, 42, 0, 1);
        BadData refusal = assertThrows(BadData.class, () -> DataSets.open(spec));
        assertEquals("data.source must be one of " + SourceKind.names() + ", got 'digit'", refusal.getMessage());
    }

    @Test
    void aSplitWithoutRowsIsRefused() {
        assertEquals(
                "data.validation = 1.0E-4 holds out none of 4 rows",
                assertThrows(BadData.class, () -> DataSets.open(Samples.circles(4, 1e-4)))
                        .getMessage());
        assertEquals(
                "data.validation = 0.9999 leaves none of 4 rows to train on",
                assertThrows(BadData.class, () -> DataSets.open(Samples.circles(4, 0.9999)))
                        .getMessage());
    }

    @Test
    void aSingleRowIsOneClassOnly() {
        assertTrue(assertThrows(BadData.class, () -> DataSets.open(Samples.circles(1, 0)))
                .getMessage()
                .startsWith("all 1 training rows are of one class"));
    }

    @Test
    void moreShardsThanRowsAreRefused() {
        ScannedData scanned = DataSets.open(Samples.circles(4, 0));
        assertEquals(
                "training.shards = 8 is more than the 4 training rows",
                assertThrows(BadData.class, () -> scanned.sharded(8)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> scanned.sharded(3));
    }

    @Test
    void memoryIsKnownBeforeLoading() {
        Shard dense = DataSets.open(Samples.circles(1_000, 0)).sharded(1).load(0);
        assertEquals(
                1_200 * (2 + 1) * 4,
                DataSets.open(Samples.circles(1_000, 0)).summary().bytes());
        assertEquals(
                1_200, dense.rows(Split.TRAIN).rows() + dense.rows(Split.TEST).rows());
    }
}
