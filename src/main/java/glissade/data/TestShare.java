package glissade.data;

import glissade.numeric.Block;
import glissade.numeric.Randomness.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A source without test rows, of whose training rows a share is held out for the test, by a keyed hash as for validation. */
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

    static TestShare of(Source source, double share, long seed) {
        SourceShape whole = source.shape();
        long rows = whole.trainingRows();
        ValidationSplit split = new ValidationSplit(share, seed, Purpose.TEST_SPLIT, source.trainingSegments());
        SplitIndex index = new SplitIndex(split, rows);
        if (index.heldRows() == 0 || index.heldRows() == rows) {
            throw new BadData("data.test = " + share + (index.heldRows() == 0 ? " holds out none" : " leaves none")
                    + " of " + rows + " rows");
        }
        return new TestShare(source, index, whole.withRows(rows - index.heldRows(), index.heldRows()));
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
            segments.add(new Segment(segment.name(), index.rank(false, next) - index.rank(false, first)));
            first = next;
        }
        return segments;
    }

    @Override
    public boolean isSmall() {
        return source.isSmall();
    }

    @Override
    public void read(Part part, long from, long to, Consumer<Block> sink) {
        if (from < to) {
            boolean held = part == Part.TEST;
            Chosen chosen = new Chosen(held, index.row(held, from), sink);
            source.read(Part.TRAINING, index.row(held, from), index.row(held, to - 1) + 1, chosen::accept);
            chosen.finish();
        }
    }

    /** Passes on the rows of one side. */
    private final class Chosen {
        private final boolean held;
        private final Consumer<Block> sink;
        private final BlockBuilder rows = BlockBuilder.sparse(shape.features());
        private long row;

        Chosen(boolean held, long firstRow, Consumer<Block> sink) {
            this.held = held;
            this.sink = sink;
            row = firstRow;
        }

        void accept(Block block) {
            for (int i = 0; i < block.rows(); i++, row++) {
                if (index.holds(row) == held) {
                    rows.copy(block, i, 1);
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
