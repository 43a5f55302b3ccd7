package glissade.data;

import glissade.numeric.Block;
import glissade.numeric.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * SHA-256 of the content of rows, the same in every layout. Each row adds, as big-endian 32-bit words: its number of
 * non-zeros, the bits of its target, then (column, value bits) of each non-zero; or, where these are more than half of the
 * features, the bits of all its values.
 */
final class BlockDigest {
    private final MessageDigest digest = Sha256.begun();
    private final int width;
    private final byte[] bytes;
    private final ByteBuffer words;

    BlockDigest(int width) {
        this.width = width;
        bytes = new byte[Math.multiplyExact(4, Math.addExact(2, width))];
        words = ByteBuffer.wrap(bytes);
    }

    /** Adds the rows of a sparse block. */
    void add(Block block) {
        float[] targets = block.targets();
        for (int row = 0; row < block.rows(); row++) {
            int from = block.starts()[row];
            int to = block.starts()[row + 1];
            words.clear();
            words.putInt(to - from).putInt(Float.floatToIntBits(targets[row]));
            if (to - from > width / 2) {
                putAll(block.values(), block.columns(), from, to);
            } else {
                putNonZeros(block.values(), block.columns(), from, to);
            }
            digest.update(bytes, 0, words.position());
        }
    }

    /** The digest of the rows so far; starts anew. */
    byte[] finish() {
        return digest.digest();
    }

    private void putNonZeros(float[] values, int[] columns, int from, int to) {
        for (int entry = from; entry < to; entry++) {
            words.putInt(columns[entry]).putInt(Float.floatToIntBits(values[entry]));
        }
    }

    private void putAll(float[] values, int[] columns, int from, int to) {
        int column = 0;
        for (int entry = from; entry < to; entry++) {
            for (; column < columns[entry]; column++) {
                words.putInt(0);
            }
            words.putInt(Float.floatToIntBits(values[entry]));
            column++;
        }
        for (; column < width; column++) {
            words.putInt(0);
        }
    }
}
