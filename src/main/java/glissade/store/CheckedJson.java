package glissade.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A JSON file that shows whether it is what was written: its last field, {@code check}, is the CRC-32C of all before it. For
 * files that are written over while others read them, which {@code SHA256SUMS} cannot keep up with. Files of an older version
 * have no such field.
 */
final class CheckedJson {
    private static final String BEFORE = ",\n  \"check\" : \"";
    private static final String AFTER = "\"\n}\n";
    private static final int DIGITS = 8;
    private static final int LENGTH = BEFORE.length() + DIGITS + AFTER.length();
    private static final String END_OF_OBJECT = "\n}\n";

    private CheckedJson() {}

    /**
     * What a file holds.
     *
     * @param isChecked whether it is what was written; otherwise it does not say
     */
    record Content<T>(T value, boolean isChecked) {}

    /** Writes an object that has a field at least. */
    static void write(Object value, OutputStream out) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Json.write(value, json);
        byte[] bytes = json.toByteArray();
        int length = bytes.length - END_OF_OBJECT.length();
        out.write(bytes, 0, length);
        out.write(end(bytes, length).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Empty if there is no such file; throws {@link Damaged} if it is not what was written. */
    static <T> Optional<Content<T>> read(Folder folder, String name, Class<T> type) throws IOException {
        byte[] bytes = folder.read(name);
        if (bytes == null) {
            return Optional.empty();
        }
        String path = Folder.plain(folder.path(name));
        int length = Math.max(0, bytes.length - LENGTH);
        String expected = end(bytes, length);
        String found = new String(bytes, length, bytes.length - length, StandardCharsets.ISO_8859_1);
        // A field whose name is damaged is no sign of an older version.
        if (!found.equals(expected) && (alike(found, expected) > LENGTH / 2 || !found.endsWith(END_OF_OBJECT))) {
            throw new Damaged(path, "its checksum is wrong");
        }
        try {
            return Optional.of(new Content<>(Json.read(bytes, type), found.equals(expected)));
        } catch (JsonProcessingException e) {
            throw new Damaged(path, "it cannot be understood: " + e.getOriginalMessage());
        }
    }

    private static String end(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return BEFORE + HexFormat.of().toHexDigits(sum.getValue(), DIGITS) + AFTER;
    }

    private static int alike(String found, String expected) {
        int count = 0;
        for (int i = 0; i < Math.min(found.length(), expected.length()); i++) {
            count += found.charAt(i) == expected.charAt(i) ? 1 : 0;
        }
        return count;
    }
}
