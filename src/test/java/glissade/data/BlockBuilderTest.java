package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import glissade.numeric.Block;
import org.junit.jupiter.api.Test;

class BlockBuilderTest {
    private static final float TINY = Float.MIN_VALUE;
    private static final Block ROWS =
            Block.dense(3, new float[] {0f, -0f, 3f, 1f, 0f, -2f, 0f, 0f, TINY}, new float[] {0, 1, 1});

    private static BlockBuilder copied(boolean sparse, double scale) {
        BlockBuilder builder = BlockBuilder.of(3, sparse, 1, 0);
        for (int row = 0; row < ROWS.rows(); row++) {
            RowScaling.of(Scaling.constant(scale), ROWS.width()).copy(ROWS, row, builder);
        }
        return builder;
    }

    @Test
    void zerosAndNegativeZerosAreDropped() {
        Block block = copied(true, 1).finish();
        assertEquals(4, block.storedValues());
        assertArrayEquals(new int[] {0, 1, 3, 4}, block.starts());
        Block dense = copied(false, 1).finish();
        assertEquals(0, Float.floatToRawIntBits(dense.values()[1]));
    }

    @Test
    void bothLayoutsHoldTheSameRows() {
        Samples.assertSame(copied(true, 1).build(), copied(false, 1).build().toSparse());
        Samples.assertSame(copied(true, 1).build().toDense(), copied(false, 1).finish());
    }

    @Test
    void scalingIsDoneInDoubleAndRoundedOnce() {
        Block block = copied(true, 3).build();
        assertEquals((float) (1 / 3.0), block.values()[1]);
        assertEquals((float) (-2 / 3.0), block.values()[2]);
    }

    @Test
    void aValueThatScalesToZeroIsDropped() {
        assertEquals(3, copied(true, 4).build().storedValues());
    }

    @Test
    void aBuilderStartsAnewAfterEachBlock() {
        for (boolean sparse : new boolean[] {true, false}) {
            BlockBuilder builder = BlockBuilder.of(3, sparse, 4, 10);
            RowScaling.NONE.copy(ROWS, 1, builder);
            builder.build();
            RowScaling.NONE.copy(ROWS, 0, builder);
            Samples.assertSame(BlockSlices.slice(copied(sparse, 1).build(), 0, 1), builder.build());
        }
    }

    @Test
    void aRowOfZerosIsARow() {
        for (boolean sparse : new boolean[] {true, false}) {
            BlockBuilder builder = BlockBuilder.of(3, sparse, 0, 0);
            builder.endRow(1);
            builder.endRow(0);
            Block block = builder.finish();
            assertEquals(2, block.rows());
            assertEquals(0, block.nonZeros());
        }
    }

    @Test
    void aBlockTooLargeForAnArrayIsRefusedInASentence() {
        BadData refusal = assertThrows(BadData.class, () -> BlockBuilder.of(100_000, false, 100_000, 0));
        assertEquals(
                "one block would hold 10000000000 values, more than 2147483639; use more shards", refusal.getMessage());
    }
}
