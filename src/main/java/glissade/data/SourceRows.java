package glissade.data;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.util.function.Consumer;

/** The rows of a generated source as they are made: every one, in canonical order, unscaled, none held out. */
public final class SourceRows {
    private final Source source;

    SourceRows(Source source) {
        this.source = source;
    }

    public int features() {
        return source.shape().features();
    }

    /** Number of classes, 0 for a value target. */
    public int classes() {
        return source.shape().classes();
    }

    public long trainingRows() {
        return source.shape().trainingRows();
    }

    public long testRows() {
        return source.shape().testRows();
    }

    /** Hands the training rows to the sink in sparse blocks. */
    public void training(Consumer<Block> sink) {
        read(Part.TRAINING, Split.TRAIN, sink);
    }

    /** Hands the test rows to the sink in sparse blocks. */
    public void test(Consumer<Block> sink) {
        read(Part.TEST, Split.TEST, sink);
    }

    private void read(Part part, Split split, Consumer<Block> sink) {
        RowCheck check = new RowCheck(classes());
        long[] next = {0};
        source.read(part, 0, source.shape().rows(part), block -> {
            Block rows = block.toSparse();
            check.check(split, next[0], rows);
            next[0] += rows.rows();
            sink.accept(rows);
        });
    }
}
