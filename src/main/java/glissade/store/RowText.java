package glissade.store;

import glissade.numeric.DecimalText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Rows as text on their way out: numbers that read back to the same bits, lines ended by LF. */
final class RowText {
    private static final int BUFFER = 1 << 16;

    private final Writer writer;
    private final boolean classes;

    RowText(OutputStream out, RowShape shape) {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        classes = shape.classes();
    }

    RowText put(String text) throws IOException {
        writer.write(text);
        return this;
    }

    RowText put(char c) throws IOException {
        writer.write(c);
        return this;
    }

    RowText number(float value) throws IOException {
        return put(DecimalText.of(value));
    }

    /** A class without a decimal point: it is a name. */
    RowText target(float target) throws IOException {
        return put(classes ? Integer.toString((int) target) : DecimalText.of(target));
    }

    void flush() throws IOException {
        writer.flush();
    }
}
