package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.numeric.Block;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockCutterTest {
    @Test
    void wideRowsPassInPiecesWithoutTrace() {
        int width = 1 << 20;
        int rows = 10;
        float[] values = new float[rows * width];
        Arrays.fill(values, 0.5f);
        Block block = Block.dense(width, values, new float[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
        SourceShape shape = new SourceShape(rows, 0, width, SourceShape.numbered(2));
        BlockCutter cutter = new BlockCutter(shape, RowScaling.NONE, true);
        for (int row = 0; row < rows; row++) {
            cutter.accept(Split.TRAIN, block, row);
        }
        BlockDigest digest = new BlockDigest(width);
        digest.add(block.toSparse());
        ScanPart expected = new ScanPart(shape);
        expected.addBlock(Split.TRAIN, digest.finish(), block.targets(), rows);
        expected.addTrainingNonZeros(block.nonZeros());
        assertEquals(expected.summary(), cutter.finish().summary());
        Samples.assertSame(block, cutter.whole(false).rows(Split.TRAIN));
    }
}
