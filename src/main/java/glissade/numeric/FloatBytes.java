package glissade.numeric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of floats as bytes, bit by bit and many at a time: what is kept of a training is mostly these. */
public final class FloatBytes {
    private static final int CHUNK = 2_048;

    private FloatBytes() {}

    /** The first floats of an array. */
    public static void write(float[] values, int count, DataOutput out) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            chunk.asFloatBuffer().put(values, from, length);
            out.write(chunk.array(), 0, length * Float.BYTES);
        }
    }

    /** Into the first places of an array. */
    public static void read(float[] values, int count, DataInput in) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
        for (int from = 0; from < count; from += CHUNK) {
            int length = Math.min(CHUNK, count - from);
            in.readFully(chunk.array(), 0, length * Float.BYTES);
            chunk.asFloatBuffer().get(values, from, length);
        }
    }
}
