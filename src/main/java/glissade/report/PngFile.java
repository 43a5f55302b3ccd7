package glissade.report;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG file (ISO/IEC 15948) of a picture in at most 256 colours, a byte a pixel and no filters, as is best for few colours. By
 * hand, as the platform's writer looks for plug-ins first, which takes longer than the rest.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int BITS = 8;
    private static final int BY_PALETTE = 3;
    private static final int CHUNK = 1 << 16;

    private PngFile() {}

    /** Its bytes, of the places of all pixels in a palette of colours. */
    static byte[] bytes(int width, int height, int[] palette, byte[] places) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.write(SIGNATURE);
            chunk("IHDR", header(width, height), out);
            chunk("PLTE", colours(palette), out);
            chunk("IDAT", deflated(width, height, places), out);
            chunk("IEND", new byte[0], out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written to", e);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {BITS, BY_PALETTE, 0, 0, 0});
        }
        return bytes.toByteArray();
    }

    private static byte[] colours(int[] palette) {
        byte[] bytes = new byte[3 * palette.length];
        for (int i = 0; i < palette.length; i++) {
            bytes[3 * i] = (byte) (palette[i] >> 16);
            bytes[3 * i + 1] = (byte) (palette[i] >> 8);
            bytes[3 * i + 2] = (byte) palette[i];
        }
        return bytes;
    }

    /** Each line after the number of its filter, which is none. */
    private static byte[] deflated(int width, int height, byte[] places) {
        byte[] lines = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            System.arraycopy(places, y * width, lines, y * (width + 1) + 1, width);
        }
        Deflater deflater = new Deflater();
        deflater.setInput(lines);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[CHUNK];
        while (!deflater.finished()) {
            bytes.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    private static void chunk(String type, byte[] content, DataOutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
