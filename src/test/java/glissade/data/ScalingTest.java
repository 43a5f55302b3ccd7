package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import glissade.numeric.Randomness;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingTest {
    private static final int ROWS = 9_001;
    private static final int WIDTH = 20;

    /** Column 0 is 0.1 throughout, column 1 zero; the others have an offset and a spread of their own, and zeros. */
    private static final class Columns implements Source {
        private static final long serialVersionUID = 1;

        private final double share;
        private final boolean sparse;
        private int reads;

        Columns(double share, boolean sparse) {
            this.share = share;
            this.sparse = sparse;
        }

        @Override
        public SourceShape shape() {
            return new SourceShape(ROWS, 50, WIDTH, SourceShape.numbered(2));
        }

        @Override
        public List<Segment> trainingSegments() {
            return List.of(new Segment("columns", ROWS));
        }

        @Override
        public void read(Part part, long from, long to, Consumer<Block> sink) {
            reads++;
            for (long row = from; row < to; row++) {
                float[] values = new float[WIDTH];
                for (int f = 0; f < WIDTH; f++) {
                    values[f] = value(part == Part.TEST ? row + ROWS : row, f);
                }
                Block block = Block.dense(WIDTH, values, new float[] {row % 2});
                sink.accept(sparse ? block.toSparse() : block);
            }
        }

        private float value(long row, int f) {
            if (f < 2) {
                return f == 0 ? 0.1f : 0f;
            }
            boolean present = Randomness.uniform(3, Purpose.DATA, f, 2 * row) < share;
            return present ? (float) (f + f * f * Randomness.gaussian(3, Purpose.DATA, 100 + f, row)) : 0f;
        }
    }

    private static final DataSpec SPEC = Samples.circles(ROWS, 0.2);

    private static CanonicalRows rows(Source source, ScalingKind kind, ScanPlace place) {
        return new Shaping(source, SPEC.with(kind), place, Long.MAX_VALUE).rows();
    }

    /** A column of the scaled rows of a split. */
    private static double[] column(CanonicalRows rows, Split split, int feature) {
        BlockBuilder builder = BlockBuilder.of(WIDTH, false, 1, 0);
        rows.read(
                split == Split.TRAIN ? RowRange.all(rows.rows(split)) : RowRange.NONE,
                split == Split.VALIDATION ? RowRange.all(rows.rows(split)) : RowRange.NONE,
                split == Split.TEST ? RowRange.all(rows.rows(split)) : RowRange.NONE,
                (part, block, row) -> rows.scaling().copy(block, row, builder));
        Block all = builder.finish();
        return IntStream.range(0, all.rows())
                .mapToDouble(row -> all.values()[row * WIDTH + feature])
                .toArray();
    }

    @Test
    void standardizedTrainingRowsHaveMeanZeroAndDeviationOne() {
        CanonicalRows rows = rows(new Columns(0.7, false), ScalingKind.STANDARDIZE, ScanPlace.HERE);
        for (int f = 2; f < WIDTH; f++) {
            Moments moments = Moments.of(column(rows, Split.TRAIN, f));
            assertEquals(0, moments.mean(), 1e-6, "feature " + f);
            assertEquals(1, moments.variance(), 1e-6, "feature " + f);
        }
    }

    @Test
    void constantsAreThoseOfTheTrainingRowsAlone() {
        Columns source = new Columns(0.7, false);
        CanonicalRows raw = rows(source, ScalingKind.NONE, ScanPlace.HERE);
        for (ScalingKind kind : List.of(ScalingKind.STANDARDIZE, ScalingKind.MIN_MAX, ScalingKind.MAX_ABS)) {
            CanonicalRows scaled = rows(source, kind, ScanPlace.HERE);
            for (int f = 2; f < WIDTH; f++) {
                double shift = scaled.scaling().scaling().shifts().get(f);
                double divisor = scaled.scaling().scaling().divisors().get(f);
                double[] expected = expected(kind, column(raw, Split.TRAIN, f));
                assertEquals(expected[0], shift, 1e-12 * Math.abs(expected[1]), kind + " " + f);
                assertEquals(expected[1], divisor, 1e-12 * Math.abs(expected[1]), kind + " " + f);
                for (Split split : Split.values()) {
                    double[] before = column(raw, split, f);
                    double[] after = column(scaled, split, f);
                    for (int row = 0; row < before.length; row++) {
                        assertEquals((float) ((before[row] - shift) / divisor), (float) after[row]);
                    }
                }
            }
        }
    }

    private static double[] expected(ScalingKind kind, double[] column) {
        double least = column[0];
        double largest = column[0];
        double sum = 0;
        for (double value : column) {
            least = Math.min(least, value);
            largest = Math.max(largest, value);
            sum += value;
        }
        double mean = sum / column.length;
        double squares = 0;
        for (double value : column) {
            squares += (value - mean) * (value - mean);
        }
        return switch (kind) {
            case STANDARDIZE -> new double[] {mean, Math.sqrt(squares / column.length)};
            case MIN_MAX -> new double[] {least, largest - least};
            default -> new double[] {0, Math.max(-least, largest)};
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARDIZE", "MIN_MAX", "MAX_ABS"})
    void neitherLayoutNorStretchesLeaveATrace(ScalingKind kind) {
        CanonicalRows expected = rows(new Columns(0.3, true), kind, ScanPlace.HERE);
        List<ScanPlace> places = List.of(ScanPlace.HERE, new Stretches(2), new Stretches(3), new Stretches(7));
        for (ScanPlace place : places) {
            for (boolean sparse : new boolean[] {true, false}) {
                CanonicalRows rows = rows(new Columns(0.3, sparse), kind, place);
                assertEquals(expected.scaling().scaling(), rows.scaling().scaling());
                assertEquals(DataScan.at(ScanPlace.HERE, expected), DataScan.at(place, rows));
            }
        }
    }

    @Test
    void aConstantFeatureBecomesZeroAndIsTold() {
        for (ScalingKind kind : List.of(ScalingKind.STANDARDIZE, ScalingKind.MIN_MAX)) {
            CanonicalRows rows = rows(new Columns(0.7, false), kind, new Stretches(2));
            for (double value : column(rows, Split.TRAIN, 0)) {
                assertEquals(0, value);
            }
            assertEquals(
                    List.of("2 features are constant on the training rows and 0 by data.scaling = " + kind.text()
                            + " (counted from 0: 0, 1)"),
                    rows.scaling().scaling().notes());
        }
        // A feature that is 0.1 throughout is as far from 0 as it ever was; one without values stays without.
        CanonicalRows largest = rows(new Columns(0.7, false), ScalingKind.MAX_ABS, ScanPlace.HERE);
        assertEquals(1, column(largest, Split.TRAIN, 0)[0]);
        assertEquals(0, column(largest, Split.TRAIN, 1)[0]);
    }

    @Test
    void minMaxReachesZeroAndOneAndMaxAbsKeepsZeros() {
        CanonicalRows rows = rows(new Columns(0.7, false), ScalingKind.MIN_MAX, ScanPlace.HERE);
        CanonicalRows largest = rows(new Columns(0.7, true), ScalingKind.MAX_ABS, ScanPlace.HERE);
        CanonicalRows raw = rows(new Columns(0.7, true), ScalingKind.NONE, ScanPlace.HERE);
        for (int f = 2; f < WIDTH; f++) {
            double[] column = column(rows, Split.TRAIN, f);
            assertEquals(
                    0,
                    IntStream.range(0, column.length)
                            .mapToDouble(r -> column[r])
                            .min()
                            .orElseThrow());
            assertEquals(
                    1,
                    IntStream.range(0, column.length)
                            .mapToDouble(r -> column[r])
                            .max()
                            .orElseThrow());
            double[] before = column(raw, Split.TRAIN, f);
            double[] after = column(largest, Split.TRAIN, f);
            for (int row = 0; row < before.length; row++) {
                assertEquals(before[row] == 0, after[row] == 0);
                assertTrue(Math.abs(after[row]) <= 1);
            }
        }
    }

    @Test
    void theLayoutIsThatOfTheScaledValues() {
        Columns source = new Columns(0.3, true);
        assertTrue(summary(source, ScalingKind.NONE).sparse());
        assertTrue(summary(source, ScalingKind.MAX_ABS).sparse());
        DataSummary standardized = summary(source, ScalingKind.STANDARDIZE);
        assertFalse(standardized.sparse());
        assertEquals(standardized.trainingRows() * WIDTH, standardized.storedValues());
    }

    private static DataSummary summary(Source source, ScalingKind kind) {
        return DataScan.at(ScanPlace.HERE, rows(source, kind, ScanPlace.HERE));
    }

    @Test
    void whatGrowsBeyondMemoryIsRefusedBeforeItIsRead() {
        Columns source = new Columns(0.3, true);
        Shaping shaping = new Shaping(source, SPEC.with(ScalingKind.STANDARDIZE), ScanPlace.HERE, 400_000);
        String message = assertThrows(BadData.class, shaping::rows).getMessage();
        assertTrue(message.startsWith("data.scaling = standardize turns zeros into other values: "), message);
        assertTrue(message.endsWith("expected max-abs, which keeps zeros, or more memory"), message);
        assertEquals(1, source.reads);
    }

    @Test
    void smallDataIsReadOnceWhateverIsDoneWithIt() {
        Columns source = new Columns(0.3, true);
        Source atHand = new RowsAtHand(source);
        DataSpec spec = SPEC.with(ScalingKind.STANDARDIZE).with(SplitKind.STRATIFIED);
        CanonicalRows rows = new Shaping(atHand, spec, ScanPlace.HERE, Long.MAX_VALUE).rows();
        DataSummary summary = DataScan.keeping(rows);
        assertEquals(2, source.reads, "training rows and test rows, once each");
        RecentRows.forget();
        Columns anew = new Columns(0.3, true);
        CanonicalRows again = new Shaping(anew, spec, new Stretches(3), Long.MAX_VALUE).rows();
        assertEquals(summary, DataScan.at(new Stretches(3), again));
        Samples.assertSame(
                new DataSet(rows.from(source), summary, 4, null).load(3), new DataSet(again, summary, 4, null).load(3));
    }

    @Test
    void rawFeaturesThatAreNotNumbersAreRefused() {
        Source broken = new Source() {
            private static final long serialVersionUID = 1;

            @Override
            public SourceShape shape() {
                return new SourceShape(3, 0, 1, List.of());
            }

            @Override
            public List<Segment> trainingSegments() {
                return List.of(new Segment("broken", 3));
            }

            @Override
            public void read(Part part, long from, long to, Consumer<Block> sink) {
                float[] values = {1, Float.NaN, 2};
                for (int row = (int) from; row < to; row++) {
                    sink.accept(Block.dense(1, new float[] {values[row]}, new float[1]));
                }
            }
        };
        DataSpec spec = Samples.circles(3, 0).with(ScalingKind.MAX_ABS);
        Shaping shaping = new Shaping(broken, spec, ScanPlace.HERE, Long.MAX_VALUE);
        assertEquals(
                "training row 1 (counted from 0): feature 0 is NaN, expected a finite number",
                assertThrows(BadData.class, shaping::rows).getMessage());
    }

    @Test
    void aSingleRowScalesToZeros() {
        List<Block> blocks = new ArrayList<>();
        Source circle = SourceKind.CIRCLES.open(Samples.circles(1, 0));
        circle.read(Part.TRAINING, 0, 1, blocks::add);
        DataSpec spec = Samples.circles(1, 0).with(ScalingKind.STANDARDIZE);
        CanonicalRows rows = new Shaping(circle, spec, ScanPlace.HERE, Long.MAX_VALUE).rows();
        BlockBuilder scaled = BlockBuilder.sparse(2);
        rows.scaling().copy(blocks.get(0), 0, scaled);
        assertEquals(0, scaled.build().nonZeros());
    }

    /** Pinned: the same on every machine and every JDK, for ever. */
    @ParameterizedTest
    @EnumSource
    void fingerprintsArePinned(ScalingKind kind) {
        String expected =
                switch (kind) {
                    case NONE, CONSTANT -> "edc485ec5c7d075ee150652feb1345f7adeb89f270bc88c5ffaac780f98be7ac";
                    case STANDARDIZE -> "e1e13c100485ca5122d6dd608594c9681c7ee7c33423a2905f68e46fcec41c2a";
                    case MIN_MAX -> "ae9accc4f521232ae5cecbdc3ab4d5f7b4e7647bbef5d43349c0af3beb6cedf9";
                    case MAX_ABS -> "4382f0b0d69e9d7b858c4308e90c4cb9dbb8f1cb2f1b8e7396a83853fe11eb1f";
                };
        assertEquals(
                expected,
                DataSets.open(Samples.circles(1_000, 0.2).with(kind)).summary().fingerprint());
    }
}
