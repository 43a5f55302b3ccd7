package glissade.data;

import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the rows of every split in canonical order, starting at a multiple of 4,096, and scans them: scales, checks, counts
 * and digests; keeps them on request, each piece in the smaller layout.
 */
final class BlockCutter implements CanonicalRows.RowSink {
    static final int BLOCK_ROWS = 4096;
    /** Wide rows are passed on in smaller pieces. */
    private static final long PIECE_VALUES = 1L << 22;

    private final SourceShape shape;
    private final RowScaling scaling;
    private final boolean keep;
    private final ScanPart scanned;
    private final Map<Split, SplitRows> splits = new EnumMap<>(Split.class);

    BlockCutter(SourceShape shape, RowScaling scaling, boolean keep) {
        this.shape = shape;
        this.scaling = scaling;
        this.keep = keep;
        scanned = new ScanPart(shape);
        for (Split split : Split.values()) {
            splits.put(split, new SplitRows(split));
        }
    }

    @Override
    public void accept(Split split, Block block, int row) {
        splits.get(split).accept(block, row);
    }

    /** What was learnt, after the last row. */
    ScanPart finish() {
        splits.values().forEach(SplitRows::finish);
        return scanned;
    }

    /** All the rows, if they were kept; lets go of the pieces. */
    Shard whole(boolean sparse) {
        return new Shard(0, join(Split.TRAIN, sparse), join(Split.VALIDATION, sparse), join(Split.TEST, sparse));
    }

    private Block join(Split split, boolean sparse) {
        List<Block> pieces = splits.get(split).kept;
        Block all = BlockSlices.join(pieces, shape.features(), sparse);
        pieces.clear();
        return all;
    }

    /** One split on its way. */
    private final class SplitRows {
        private final Split split;
        private final BlockBuilder piece = BlockBuilder.sparse(shape.features());
        private final BlockDigest digest = new BlockDigest(shape.features());
        private final RowCheck check = new RowCheck(shape.classes());
        private final List<Block> kept = new ArrayList<>();
        private final float[] targets = new float[BLOCK_ROWS];
        private int rowsInBlock;
        private long rowsBefore;

        SplitRows(Split split) {
            this.split = split;
        }

        void accept(Block block, int row) {
            scaling.copy(block, row, piece);
            targets[rowsInBlock++] = block.targets()[row];
            if (rowsInBlock == BLOCK_ROWS) {
                endBlock();
            } else if (piece.storedValues() >= PIECE_VALUES) {
                endPiece();
            }
        }

        void finish() {
            if (rowsInBlock > 0) {
                endBlock();
            }
        }

        private void endBlock() {
            endPiece();
            scanned.addBlock(split, digest.finish(), targets, rowsInBlock);
            rowsInBlock = 0;
        }

        private void endPiece() {
            Block block = piece.build();
            check.check(split, rowsBefore, block);
            rowsBefore += block.rows();
            digest.add(block);
            if (split == Split.TRAIN) {
                scanned.addTrainingNonZeros(block.nonZeros());
            }
            if (keep) {
                boolean full = block.nonZeros() > (long) block.rows() * block.width() / 2;
                kept.add(full ? block.toDense() : block);
            }
        }
    }
}
