package glissade.data;

import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of every split in canonical order: that of the source, where the validation rows are training rows held out.
 * Any stretch of all splits can be read in one pass, anywhere.
 */
final class CanonicalRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final Source source;
    private final SplitIndex index;
    private final RowScaling scaling;

    CanonicalRows(Source source, SplitIndex index, RowScaling scaling) {
        this.source = source;
        this.index = index;
        this.scaling = scaling;
    }

    /** Takes one row at a time. */
    @FunctionalInterface
    interface RowSink {
        /** The row of that place in the block, features still to be scaled. */
        void accept(Split split, Block block, int row);
    }

    /** Takes one training row at a time. */
    @FunctionalInterface
    interface TrainingSink {
        void accept(Block block, int row);
    }

    SourceShape shape() {
        return source.shape();
    }

    RowScaling scaling() {
        return scaling;
    }

    /** The same rows from another place. */
    CanonicalRows from(Source other) {
        return new CanonicalRows(other, index, scaling);
    }

    CanonicalRows scaled(Scaling other) {
        return new CanonicalRows(source, index, RowScaling.of(other, shape().features()));
    }

    long rows(Split split) {
        return split == Split.TEST ? shape().testRows() : index.count(split);
    }

    boolean hasIds() {
        return source.hasIds();
    }

    TableCoding coding() {
        return source.coding();
    }

    TableFacts facts() {
        return source.facts();
    }

    /** What the first rows of a split are called, so many of them. */
    List<String> ids(Split split, long most) {
        List<String> ids = new ArrayList<>();
        if (split == Split.TEST) {
            source.readIds(Part.TEST, 0, most, ids::add);
            return ids;
        }
        RowRange wanted = new RowRange(0, most);
        RowRange span = index.around(split, wanted);
        for (long from = span.from(); from < span.to(); from += SplitIndex.BLOCK) {
            long to = Math.min(from + SplitIndex.BLOCK, span.to());
            List<String> all = new ArrayList<>();
            source.readIds(Part.TRAINING, from, to, all::add);
            int[] next = {0};
            long[] row = {from};
            source.read(Part.TRAINING, from, to, block -> {
                for (int i = 0; i < block.rows(); i++, next[0]++) {
                    if (index.split(row[0]++, block.targets()[i]) == split && ids.size() < most) {
                        ids.add(all.get(next[0]));
                    }
                }
            });
        }
        return ids;
    }

    /** Reads a range of the rows that are trained on. */
    void readTraining(RowRange train, TrainingSink sink) {
        read(train, RowRange.NONE, RowRange.NONE, (split, block, row) -> sink.accept(block, row));
    }

    /**
     * Reads a range of each split, every split in its order. Training and validation rows that lie among each other come as
     * they meet.
     */
    void read(RowRange train, RowRange validation, RowRange test, RowSink sink) {
        RowRange trainSpan = index.around(Split.TRAIN, train);
        RowRange validationSpan = index.around(Split.VALIDATION, validation);
        if (trainSpan.isApartFrom(validationSpan)) {
            readTraining(trainSpan, train, RowRange.NONE, sink);
            readTraining(validationSpan, RowRange.NONE, validation, sink);
        } else {
            readTraining(trainSpan.and(validationSpan), train, validation, sink);
        }
        if (!test.isEmpty()) {
            source.read(Part.TEST, test.from(), test.to(), block -> {
                for (int row = 0; row < block.rows(); row++) {
                    sink.accept(Split.TEST, block, row);
                }
            });
        }
    }

    private void readTraining(RowRange span, RowRange train, RowRange validation, RowSink sink) {
        if (!span.isEmpty()) {
            TrainingRows rows = new TrainingRows(train, validation, span.from(), sink);
            source.read(Part.TRAINING, span.from(), span.to(), rows::accept);
        }
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
            trainRank = index.rank(Split.TRAIN, firstRow);
            validationRank = index.rank(Split.VALIDATION, firstRow);
        }

        void accept(Block block) {
            for (int i = 0; i < block.rows(); i++, row++) {
                Split split = index.split(row, block.targets()[i]);
                boolean wanted =
                        split == Split.TRAIN ? train.contains(trainRank++) : validation.contains(validationRank++);
                if (wanted) {
                    sink.accept(split, block, i);
                }
            }
        }
    }
}
