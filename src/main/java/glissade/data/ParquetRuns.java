package glissade.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Bytes of a page that say how many values, or how many bytes, come next. The library takes memory for as many as they claim,
 * and no checksum need guard them: here they are walked over and held against the values that the page may have.
 */
record ParquetRuns(int values) {
    /** Some writers fill up a run of packed values to as many groups as one byte of header can say. */
    private static final int GROUPS_OF_PADDING = 64;

    private static final int GROUP = 8;
    private static final int MOST_BITS = 32;
    private static final int LARGEST_DELTA_BLOCK = 1 << 20;

    /** Runs of equal and of packed values (Encodings.md, "RLE / Bit-Packing Hybrid") up to the end of these bytes. */
    void checkHybrid(ByteBuffer bytes, int width) {
        if (width < 0 || width > MOST_BITS) {
            throw new ParquetDecodingException("values of " + width + " bits");
        }
        long left = values;
        while (left > 0 && bytes.hasRemaining()) {
            int header = unsigned(bytes);
            int count = header >>> 1;
            if (count == 0) {
                throw new ParquetDecodingException("a run of no values");
            }
            if ((header & 1) == 0) {
                skip(bytes, (width + 7) / 8);
                left -= count;
            } else {
                requireGroups(count, left, bytes.remaining(), width);
                skip(bytes, (int) Math.min((long) count * width, bytes.remaining()));
                left -= (long) GROUP * count;
            }
        }
    }

    /** The last group need not be whole. */
    private void requireGroups(long groups, long left, int bytes, int width) {
        if (GROUP * (groups - GROUPS_OF_PADDING) > left || (groups - GROUPS_OF_PADDING) * width > bytes) {
            throw new ParquetDecodingException("a run claims " + GROUP * groups + " of the " + values
                    + " values of its page, in " + bytes + " bytes");
        }
    }

    /** The same behind its length in bytes; leaves what follows. */
    void checkSizedHybrid(ByteBuffer bytes, int width) {
        checkHybrid(taken(bytes, length(bytes)), width);
    }

    /** As many texts as there are values, each behind its length in bytes. */
    void checkTexts(ByteBuffer bytes) {
        for (int i = 0; i < values; i++) {
            skip(bytes, length(bytes));
        }
    }

    /** The same behind one byte of width, as the indices of a dictionary are. No bytes, no values. */
    void checkIndices(ByteBuffer bytes) {
        if (bytes.hasRemaining()) {
            int width = bytes.get();
            checkHybrid(bytes, width);
        }
    }

    /** Levels packed without a header; leaves what follows. */
    void skipPacked(ByteBuffer bytes, int width) {
        skip(bytes, (int) Math.min(bytes.remaining(), ((long) values * width + 7) / 8));
    }

    /** What is said before values stored as differences (Encodings.md, "Delta Encoding"); gives their number. */
    int checkDeltas(ByteBuffer bytes) {
        int block = unsigned(bytes);
        int parts = unsigned(bytes);
        int count = unsigned(bytes);
        if (block < 1 || block > LARGEST_DELTA_BLOCK || parts < 1 || parts > block) {
            throw new ParquetDecodingException("blocks of " + block + " differences in " + parts + " parts");
        }
        if (count < 0 || count > values) {
            throw new ParquetDecodingException(count + " differences in a page of " + values + " values");
        }
        return count;
    }

    /** Little-endian, whatever the order of the buffer. */
    private static int length(ByteBuffer bytes) {
        int place = skip(bytes, Integer.BYTES);
        return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(place);
    }

    /** Seven bits a byte, the lowest first; what goes beyond 32 bits comes out wrong, and the library too gets it wrong. */
    private static int unsigned(ByteBuffer bytes) {
        int value = 0;
        int shift = 0;
        int next;
        do {
            require(bytes, 1);
            next = bytes.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return value;
    }

    private static ByteBuffer taken(ByteBuffer bytes, int length) {
        require(bytes, length);
        ByteBuffer taken = bytes.slice(bytes.position(), length);
        skip(bytes, length);
        return taken;
    }

    /** The place of what was skipped. */
    private static int skip(ByteBuffer bytes, int length) {
        require(bytes, length);
        int place = bytes.position();
        bytes.position(place + length);
        return place;
    }

    private static void require(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new ParquetDecodingException(
                    "a page claims " + length + " bytes where " + bytes.remaining() + " are left");
        }
    }
}
