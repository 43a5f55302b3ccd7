package glissade.numeric;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has, as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private Sha256() {}

    /** Of nothing yet. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of all that it was given; it begins anew. */
    public static String text(MessageDigest complete) {
        return HexFormat.of().formatHex(complete.digest());
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(begun().digest(bytes));
    }

    /** Of all that is left in a stream. */
    public static String of(InputStream in) throws IOException {
        MessageDigest hash = begun();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            hash.update(chunk, 0, count);
        }
        return text(hash);
    }
}
