package glissade.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of UTF-8 text, one at a time as bytes in a buffer, without line break (LF or CRLF) and byte order mark. */
final class LineReader implements Closeable {
    static final int LONGEST_LINE = 1 << 26;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private long bufferOffset;
    private int limit;
    private int next;
    private int start;
    private int end;
    private long lines;

    /** Of a stream that begins at this byte of its file. */
    LineReader(InputStream in, long offset) {
        this.in = in;
        bufferOffset = offset;
    }

    /** Moves to the next line; false after the last one. */
    boolean next() throws IOException {
        int scan = next;
        do {
            while (scan < limit && buffer[scan] != '\n') {
                scan++;
            }
            if (scan < limit) {
                take(scan, scan + 1);
                return true;
            }
            scan -= next;
        } while (fill());
        if (next == limit) {
            return false;
        }
        take(limit, limit);
        return true;
    }

    private void take(int lineEnd, int following) {
        start = next;
        end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        next = following;
        lines++;
        if (bufferOffset + start == 0) {
            skipMark();
        }
    }

    private void skipMark() {
        int first =
                end - start < 2 ? 0 : Byte.toUnsignedInt(buffer[start]) << 8 | Byte.toUnsignedInt(buffer[start + 1]);
        if (first == 0xfeff || first == 0xfffe) {
            throw new BadLine("the file begins with a mark of UTF-16, expected UTF-8 text");
        }
        if (first == 0x1f8b) {
            throw new BadLine("the file begins like gzip, expected text (gzip? then name it .gz)");
        }
        if (first == 0xefbb && end - start >= 3 && Byte.toUnsignedInt(buffer[start + 2]) == 0xbf) {
            start += 3;
        }
    }

    /** Reads more behind the line in progress, which moves to the front of the buffer; false at the end. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        bufferOffset += next;
        limit -= next;
        next = 0;
        if (limit == buffer.length) {
            if (limit >= LONGEST_LINE) {
                lines++;
                throw new BadLine("the line is longer than " + LONGEST_LINE + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, count);
        return count >= 0;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the line begins in the buffer. */
    int start() {
        return start;
    }

    /** Where it ends there. */
    int end() {
        return end;
    }

    /** Where it begins in the file, after a byte order mark. */
    long offset() {
        return bufferOffset + start;
    }

    /** The number of lines so far, this one included. */
    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
