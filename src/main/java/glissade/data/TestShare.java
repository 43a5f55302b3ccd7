package glissade.data;

import glissade.numeric.Block;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A source without test rows, of whose training rows a share is held out for the test, by a keyed hash. What becomes of the
 * rows that are left: {@link Shaping}.
 */
final class TestShare implements Source {
    private static final long serialVersionUID = 1;
    private static final int ROWS_AT_ONCE = 1024;
    private static final long VALUES_AT_ONCE = 1L << 20;

    private final Source source;
    private final SplitIndex index;
    private final SourceShape shape;

    private TestShare(Source source, SplitIndex index, SourceShape shape) {
        this.source = source;
        this.index = index;
        this.shape = shape;
    }

    /** As the table asks for it; rows are dealt by Spark's tasks where there are many. */
    static Source of(Source source, DataSpec spec, Supplier<JavaSparkContext> spark) {
        double share = spec.table().test();
        return share == 0 ? source : of(source, share, spec.seed(), SparkPlace.of(source, spark));
    }

    static TestShare of(Source source, double share, long seed, ScanPlace place) {
        SourceShape whole = source.shape();
        long rows = whole.trainingRows();
        RowKeys keys = new RowKeys(seed, Purpose.TEST_SPLIT, source.trainingSegments());
        SplitIndex index = SplitIndex.of(new HashSplit(keys, share, Split.TEST), rows, place);
        long held = index.count(Split.TEST);
        if (held == 0 || held == rows) {
            throw new BadData("data.test = " + share + (held == 0 ? " holds out none" : " leaves none") + " of " + rows
                    + " rows");
        }
        return new TestShare(source, index, whole.withRows(rows - held, held));
    }

    @Override
    public SourceShape shape() {
        return shape;
    }

    /** Positions count the rows that are left, so that they too stay as they are when a file grows. */
    @Override
    public List<Segment> trainingSegments() {
        List<Segment> segments = new ArrayList<>();
        long first = 0;
        for (Segment segment : source.trainingSegments()) {
            long next = first + segment.rows();
            segments.add(new Segment(segment.name(), index.rank(Split.TRAIN, next) - index.rank(Split.TRAIN, first)));
            first = next;
        }
        return segments;
    }

    @Override
    public boolean isSmall() {
        return source.isSmall();
    }

    @Override
    public boolean hasIds() {
        return source.hasIds();
    }

    @Override
    public TableCoding coding() {
        return source.coding();
    }

    @Override
    public TableFacts facts() {
        return source.facts();
    }

    /** Which rows are held out is decided by their places alone. */
    @Override
    public void readIds(Part part, long from, long to, Consumer<String> sink) {
        Split split = part == Part.TEST ? Split.TEST : Split.TRAIN;
        RowRange span = index.around(split, new RowRange(from, to));
        if (!span.isEmpty()) {
            long[] next = {span.from(), index.rank(split, span.from())};
            source.readIds(Part.TRAINING, span.from(), span.to(), id -> {
                if (index.split(next[0]++, Float.NaN) == split) {
                    long rank = next[1]++;
                    if (rank >= from && rank < to) {
                        sink.accept(id);
                    }
                }
            });
        }
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        Split split = part == Part.TEST ? Split.TEST : Split.TRAIN;
        RowRange span = index.around(split, new RowRange(from, to));
        if (!span.isEmpty()) {
            Chosen chosen = new Chosen(split, new RowRange(from, to), span.from(), sink);
            source.read(Part.TRAINING, span.from(), span.to(), chosen::accept);
            chosen.finish();
        }
    }

    /** Passes on a range of the rows of one split. */
    private final class Chosen {
        private final Split split;
        private final RowRange range;
        private final Consumer<Block> sink;
        private final BlockBuilder rows = BlockBuilder.sparse(shape.features());
        private long row;
        private long rank;

        Chosen(Split split, RowRange range, long firstRow, Consumer<Block> sink) {
            this.split = split;
            this.range = range;
            this.sink = sink;
            row = firstRow;
            rank = index.rank(split, firstRow);
        }

        void accept(Block block) {
            for (int i = 0; i < block.rows(); i++, row++) {
                if (index.split(row, block.targets()[i]) == split && range.contains(rank++)) {
                    RowScaling.NONE.copy(block, i, rows);
                    if (rows.rows() == ROWS_AT_ONCE || rows.storedValues() >= VALUES_AT_ONCE) {
                        finish();
                    }
                }
            }
        }

        void finish() {
            if (rows.rows() > 0) {
                sink.accept(rows.build());
            }
        }
    }
}
