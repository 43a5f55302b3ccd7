package glissade.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;

/**
 * A file in the IDX format of the MNIST authors (yann.lecun.com/exdb/mnist): big-endian 32-bit words, first a magic number
 * 0x000008dd (unsigned bytes in d dimensions), then the d sizes; then the bytes.
 *
 * @param file where it lies
 * @param headerBytes before the first item
 * @param items images or labels
 * @param itemBytes bytes of one
 */
record IdxFile(DataFile file, int headerBytes, int items, int itemBytes) implements Serializable {
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;
    /** Bytes that one byte of gzip may stand for: 258 for each of its two-bit codes. */
    private static final int MOST_UNPACKED = 4 * 258;

    /** Reads and checks the header of a file of images. */
    static IdxFile images(DataFile file) {
        return open(file, IMAGES, "images");
    }

    /** Reads and checks the header of a file of labels. */
    static IdxFile labels(DataFile file) {
        return open(file, LABELS, "labels");
    }

    private static IdxFile open(DataFile file, int magic, String what) {
        int sizes = magic & 0xff;
        int headerBytes = Integer.BYTES * (1 + sizes);
        try (DataInputStream in = new DataInputStream(file.open())) {
            int found = in.readInt();
            if (found != magic) {
                throw new BadData(String.format(
                        Locale.ROOT,
                        "%s does not hold IDX %s: it begins with 0x%08x, expected 0x%08x%s",
                        file.location(),
                        what,
                        found,
                        magic,
                        found >>> 16 == 0x1f8b ? " (gzip? then name it .gz)" : ""));
            }
            int items = size(file, in.readInt());
            long itemBytes = 1;
            for (int i = 1; i < sizes; i++) {
                itemBytes = itemBytes * size(file, in.readInt());
            }
            if (itemBytes < 1 || itemBytes > Integer.MAX_VALUE / 2) {
                throw new BadData(file.location() + " says that an image has " + itemBytes + " pixels, expected 1 to "
                        + Integer.MAX_VALUE / 2);
            }
            IdxFile idx = new IdxFile(file, headerBytes, items, (int) itemBytes);
            idx.requireLength();
            return idx;
        } catch (EOFException e) {
            throw new BadData(file.location() + " ends within its header of " + headerBytes + " bytes", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static int size(DataFile file, int size) {
        if (size < 0) {
            throw new BadData(file.location() + " has the size " + Integer.toUnsignedString(size)
                    + " in its header, expected at most " + Integer.MAX_VALUE);
        }
        return size;
    }

    /** The length of a gzip file tells little; there, reading to the end does. */
    private void requireLength() {
        long expected = headerBytes + (long) items * itemBytes;
        if (file.isCompressed() && expected / MOST_UNPACKED > file.length()) {
            throw tooShort(null);
        }
        if (!file.isCompressed() && file.length() != expected) {
            throw new BadData(file.location() + " has " + file.length() + " bytes, expected " + expected + " for "
                    + items + " items of " + itemBytes);
        }
    }

    /** A stream that begins with the given item. */
    InputStream from(long item) {
        try {
            InputStream in = file.open();
            try {
                in.skipNBytes(headerBytes + item * itemBytes);
                return in;
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (EOFException e) {
            throw tooShort(e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Reads the next items into the buffer; after the last item of all, requires that the file ends there. */
    void read(InputStream in, long item, int count, byte[] buffer) {
        try {
            int wanted = Math.multiplyExact(count, itemBytes);
            if (in.readNBytes(buffer, 0, wanted) < wanted) {
                throw tooShort(null);
            }
            if (item + count == items && in.read() >= 0) {
                throw new BadData(
                        file.location() + " goes on after its " + items + " items of " + itemBytes + " bytes");
            }
        } catch (EOFException e) {
            throw tooShort(e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The largest byte of all; 0 if there is none. */
    int largestByte() {
        int largest = 0;
        byte[] buffer = new byte[itemBytes];
        try (InputStream in = new BufferedInputStream(from(0))) {
            for (long item = 0; item < items; item++) {
                read(in, item, 1, buffer);
                for (byte value : buffer) {
                    largest = Math.max(largest, Byte.toUnsignedInt(value));
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return largest;
    }

    private BadData tooShort(EOFException e) {
        return new BadData(
                file.location() + " is cut short: its header announces " + items + " items of " + itemBytes + " bytes",
                e);
    }
}
