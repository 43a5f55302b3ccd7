package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stratified and time-ordered splits; by hash: {@link HashSplitTest}. */
class SplitsTest {
    private static DataSpec digits(long rows, double validation, SplitKind split) {
        return Samples.digits(rows, validation).with(split);
    }

    private static SplitIndex stratified(DataSpec spec, ScanPlace place) {
        Source source = SourceKind.of(spec.source()).open(spec);
        RowKeys keys = new RowKeys(spec.seed(), source.trainingSegments());
        return new Stratification(source, keys, spec.validation()).index(place);
    }

    private static float[] targets(DataSpec spec) {
        Source source = SourceKind.of(spec.source()).open(spec);
        return Samples.read(source, Part.TRAINING, 0, source.shape().trainingRows())
                .targets();
    }

    private static BitSet held(SplitIndex index, float[] targets) {
        BitSet held = new BitSet();
        for (int row = 0; row < targets.length; row++) {
            held.set(row, index.split(row, targets[row]) == Split.VALIDATION);
        }
        return held;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.25, 0.5, 0.9})
    void everyClassHasItsShareToTheRow(double share) {
        DataSpec spec = digits(9_000, share, SplitKind.STRATIFIED);
        float[] targets = targets(spec);
        BitSet held = held(stratified(spec, ScanPlace.HERE), targets);
        for (int label = 0; label < 10; label++) {
            int c = label;
            long all = IntStream.range(0, targets.length)
                    .filter(r -> targets[r] == c)
                    .count();
            long heldOfClass = held.stream().filter(r -> targets[r] == c).count();
            assertEquals((long) Math.floor(share * all + 0.5), heldOfClass, "class " + label);
        }
    }

    @Test
    void theRowsHeldAreThoseWithTheSmallestKeysOfTheirClass() {
        DataSpec spec = digits(5_000, 0.2, SplitKind.STRATIFIED);
        Source source = SourceKind.DIGITS.open(spec);
        RowKeys keys = new RowKeys(spec.seed(), source.trainingSegments());
        float[] targets = targets(spec);
        BitSet held = held(stratified(spec, ScanPlace.HERE), targets);
        for (int label = 0; label < 10; label++) {
            int c = label;
            double largestHeld = held.stream()
                    .filter(r -> targets[r] == c)
                    .mapToDouble(keys::of)
                    .max()
                    .orElseThrow();
            assertTrue(IntStream.range(0, targets.length)
                    .filter(r -> targets[r] == c && !held.get(r))
                    .allMatch(r -> keys.of(r) > largestHeld));
        }
    }

    @Test
    void aSplitIsTheSameHoweverItsRowsAreScanned() {
        DataSpec spec = digits(30_000, 0.1, SplitKind.STRATIFIED);
        float[] targets = targets(spec);
        SplitIndex here = stratified(spec, ScanPlace.HERE);
        for (int stretches : new int[] {2, 5, 8}) {
            SplitIndex there = stratified(spec, new Stretches(stretches));
            assertEquals(held(here, targets), held(there, targets));
            for (long row = 0; row < 30_000; row += SplitIndex.BLOCK) {
                assertEquals(here.rank(Split.VALIDATION, row), there.rank(Split.VALIDATION, row));
                assertEquals(here.rank(Split.TRAIN, row), there.rank(Split.TRAIN, row));
            }
        }
        assertEquals(held(here, targets).cardinality(), here.count(Split.VALIDATION));
    }

    @Test
    void aRareClassKeepsARowToTrainOn() {
        assertEquals(0, StratifiedSplit.held(0.9, 1));
        assertEquals(1, StratifiedSplit.held(0.9, 2));
        assertEquals(0, StratifiedSplit.held(0.4, 1));
        assertEquals(0, StratifiedSplit.held(0.5, 0));
        assertEquals(1, StratifiedSplit.held(0.25, 2));
    }

    @Test
    void aValueCannotBeStratified() {
        DataSpec spec = Generated.of("linear").spec(0.1, 1).with(SplitKind.STRATIFIED);
        assertEquals(
                "data.split = stratified needs classes, and the target is a value; expected hash or time",
                assertThrows(BadData.class, () -> DataSets.open(spec)).getMessage());
    }

    @Test
    void theLastRowsAreHeldOutByTime() {
        DataSpec spec = digits(9_003, 0.3, SplitKind.TIME);
        Shard whole = DataSets.open(spec).sharded(1).load(0);
        assertEquals(2_701, whole.rows(Split.VALIDATION).rows());
        Source source = SourceKind.DIGITS.open(spec);
        Block first = BlockSlices.join(
                List.of(Samples.read(source, Part.TRAINING, 0, 6_302)),
                784,
                whole.rows(Split.TRAIN).isSparse());
        Block last = BlockSlices.join(
                List.of(Samples.read(source, Part.TRAINING, 6_302, 9_003)),
                784,
                whole.rows(Split.TRAIN).isSparse());
        Samples.assertSame(first, whole.rows(Split.TRAIN));
        Samples.assertSame(last, whole.rows(Split.VALIDATION));
    }

    @Test
    void rowsApartAreReadApart() {
        List<RowRange> reads = new ArrayList<>();
        DataSpec spec = digits(90_000, 0.3, SplitKind.TIME);
        Source source = new ListeningSource(SourceKind.DIGITS.open(spec), reads);
        CanonicalRows rows = new Shaping(source, spec, ScanPlace.HERE, Long.MAX_VALUE).rows();
        rows.read(new RowRange(0, 10), new RowRange(20_000, 20_010), RowRange.NONE, (split, block, row) -> {});
        assertEquals(2, reads.size());
        assertTrue(reads.stream().allMatch(range -> range.size() <= SplitIndex.BLOCK));
    }

    /** Remembers what is read. */
    private record ListeningSource(Source source, List<RowRange> reads) implements Source {
        @Override
        public SourceShape shape() {
            return source.shape();
        }

        @Override
        public List<Segment> trainingSegments() {
            return source.trainingSegments();
        }

        @Override
        public void read(Part part, long from, long to, java.util.function.Consumer<Block> sink) {
            reads.add(new RowRange(from, to));
            source.read(part, from, to, sink);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shardsReadAnewJoinToTheWhole(SplitKind split) {
        ScannedData scanned = DataSets.open(digits(9_001, 0.15, split).with(ScalingKind.STANDARDIZE));
        Shard whole = scanned.sharded(1).load(0);
        RecentRows.forget();
        List<Shard> readAnew = Samples.loadAll(scanned.sharded(8));
        for (Split part : Split.values()) {
            Samples.assertSame(
                    whole.rows(part),
                    Samples.join(
                            readAnew.stream().map(shard -> shard.rows(part)).toList()));
        }
    }

    @Test
    void whatIsNotStableSaysSo() {
        assertEquals(
                List.of(), DataSets.open(Samples.circles(100, 0.2)).summary().notes());
        for (SplitKind split : List.of(SplitKind.STRATIFIED, SplitKind.TIME)) {
            DataSpec spec = Samples.circles(100, 0.2).with(split);
            assertEquals(
                    List.of("data.split = " + split.text()
                            + ": appended rows may change which of the present ones are held out"),
                    DataSets.open(spec).summary().notes());
            assertNotEquals(
                    DataSets.open(Samples.circles(100, 0.2)).summary().fingerprint(),
                    DataSets.open(spec).summary().fingerprint());
        }
    }

    @Test
    void aSplitThatLeavesNoRowsIsRefused() {
        for (SplitKind split : SplitKind.values()) {
            assertEquals(
                    "data.validation = 1.0E-4 holds out none of 4 rows",
                    assertThrows(BadData.class, () -> DataSets.open(digits(4, 1e-4, split)))
                            .getMessage());
        }
    }
}
