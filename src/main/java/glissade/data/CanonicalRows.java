package glissade.data;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.Serializable;

/**
 * The rows of every split in canonical order: that of the source, where the validation rows are training rows held out.
 * Any stretch of all splits can be read in one pass, anywhere.
 */
final class CanonicalRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final Source source;
    private final double scale;
    private final SplitIndex index;

    CanonicalRows(Source source, DataSpec spec) {
        this(source, spec, new SplitIndex(split(source, spec), source.shape().trainingRows()));
    }

    /** With rows held out by {@link #split}, as counted already. */
    CanonicalRows(Source source, DataSpec spec, SplitIndex index) {
        this.source = source;
        this.scale = spec.scale();
        this.index = index;
        long rows = source.shape().trainingRows();
        if (spec.validation() > 0 && index.heldRows() == 0) {
            throw new BadData("data.validation = " + spec.validation() + " holds out none of " + rows + " rows");
        }
        if (index.heldRows() == rows) {
            throw new BadData(
                    "data.validation = " + spec.validation() + " leaves none of " + rows + " rows to train on");
        }
    }

    static ValidationSplit split(Source source, DataSpec spec) {
        return new ValidationSplit(spec.validation(), spec.seed(), source.trainingSegments());
    }

    /** Takes one row at a time. */
    @FunctionalInterface
    interface RowSink {
        /** The row of that place in the block, features still to be divided by the scale. */
        void accept(Split split, Block block, int row);
    }

    SourceShape shape() {
        return source.shape();
    }

    boolean isSmall() {
        return source.isSmall();
    }

    double scale() {
        return scale;
    }

    long rows(Split split) {
        return switch (split) {
            case TRAIN -> shape().trainingRows() - index.heldRows();
            case VALIDATION -> index.heldRows();
            case TEST -> shape().testRows();
        };
    }

    /** Reads a range of each split, every split in its order; training and validation rows come as they meet. */
    void read(RowRange train, RowRange validation, RowRange test, RowSink sink) {
        if (!train.isEmpty() || !validation.isEmpty()) {
            readTraining(train, validation, sink);
        }
        if (!test.isEmpty()) {
            source.read(Part.TEST, test.from(), test.to(), block -> {
                for (int row = 0; row < block.rows(); row++) {
                    sink.accept(Split.TEST, block, row);
                }
            });
        }
    }

    private void readTraining(RowRange train, RowRange validation, RowSink sink) {
        RowRange span = span(sourceRows(false, train), sourceRows(true, validation));
        TrainingRows rows = new TrainingRows(train, validation, span.from(), sink);
        source.read(Part.TRAINING, span.from(), span.to(), rows::accept);
    }

    /** The source rows from the first to the last of these ranks. */
    private RowRange sourceRows(boolean held, RowRange ranks) {
        return ranks.isEmpty()
                ? RowRange.NONE
                : new RowRange(index.row(held, ranks.from()), index.row(held, ranks.to() - 1) + 1);
    }

    private static RowRange span(RowRange a, RowRange b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return new RowRange(Math.min(a.from(), b.from()), Math.max(a.to(), b.to()));
    }

    /** Deals the source's training rows to their splits and drops those that nobody wants. */
    private final class TrainingRows {
        private final RowRange train;
        private final RowRange validation;
        private final RowSink sink;
        private long row;
        private long trainRank;
        private long validationRank;

        TrainingRows(RowRange train, RowRange validation, long firstRow, RowSink sink) {
            this.train = train;
            this.validation = validation;
            this.sink = sink;
            row = firstRow;
            trainRank = index.rank(false, firstRow);
            validationRank = index.rank(true, firstRow);
        }

        void accept(Block block) {
            for (int i = 0; i < block.rows(); i++, row++) {
                if (index.holds(row)) {
                    if (validation.contains(validationRank++)) {
                        sink.accept(Split.VALIDATION, block, i);
                    }
                } else if (train.contains(trainRank++)) {
                    sink.accept(Split.TRAIN, block, i);
                }
            }
        }
    }
}
