package glissade.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A record as the JSON files of a run have it, for standard output. */
public final class JsonText {
    private JsonText() {}

    /** With its line end. */
    public static String of(Record content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Json.write(content, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
