package glissade.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform has, as 64 lower-case hexadecimal digits. */
final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private Sha256() {}

    static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String text(MessageDigest complete) {
        return HexFormat.of().formatHex(complete.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(begun().digest(bytes));
    }

    /** Of all that is left in a stream. */
    static String of(InputStream in) throws IOException {
        MessageDigest hash = begun();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            hash.update(chunk, 0, count);
        }
        return text(hash);
    }
}
