package glissade.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A file of TensorBoard events: records, each the length of its content as a little-endian int64, the masked CRC-32C of these
 * eight bytes, the content, and its masked CRC-32C.
 *
 * <p>No clock is read: an event's {@code wall_time} is the epoch it tells of, in seconds, so that equal runs have equal files,
 * and TensorBoard's "relative" axis counts epochs as seconds.
 */
final class EventRecords {
    private static final String VERSION = "brain.Event:2";
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int MASK = 0xA282EAD8;
    private static final int MASK_SHIFT = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    EventRecords() {
        add(new ProtoBytes().real(WALL_TIME, 0).text(FILE_VERSION, VERSION));
    }

    /** A summary of an epoch. */
    void add(long epoch, ProtoBytes summary) {
        add(new ProtoBytes().real(WALL_TIME, (double) epoch).whole(STEP, epoch).message(SUMMARY, summary));
    }

    private void add(ProtoBytes event) {
        byte[] content = event.bytes();
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(content.length)
                .array();
        out.writeBytes(length);
        out.writeBytes(maskedSum(length));
        out.writeBytes(content);
        out.writeBytes(maskedSum(content));
    }

    /** Masked, as a sum over bytes that hold sums is no good. */
    private static byte[] maskedSum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        int masked = Integer.rotateRight((int) sum.getValue(), MASK_SHIFT) + MASK;
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(masked)
                .array();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
