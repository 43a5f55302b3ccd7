package glissade.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over typed values: each is a tag byte and its bits, a text is its length and its UTF-8 bytes. No value is
 * turned into text first, and no two sequences of values have the same bytes.
 */
public final class TypedHash {
    private final MessageDigest digest;

    /** The format names what is hashed and its version; changing it changes every hash. */
    public TypedHash(String format) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        text(format);
    }

    /** Adds a text. */
    public TypedHash text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add('t', bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds a whole number. */
    public TypedHash whole(long value) {
        return add('w', value);
    }

    /** Adds a real number by its bits, NaN canonical. */
    public TypedHash number(double value) {
        return add('r', Double.doubleToLongBits(value));
    }

    /** Announces that so many values follow as a list. */
    public TypedHash list(int size) {
        return add('l', size);
    }

    private TypedHash add(char tag, long bits) {
        digest.update(ByteBuffer.allocate(1 + Long.BYTES)
                .put((byte) tag)
                .putLong(bits)
                .array());
        return this;
    }

    /** The first hexadecimal digits; ends this hash. */
    public String hex(int digits) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
    }
}
