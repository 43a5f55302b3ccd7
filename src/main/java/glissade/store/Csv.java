package glissade.store;

import glissade.numeric.DecimalText;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tables as text: RFC 4180 with a header, UTF-8, and LF line ends.
 *
 * <p>An empty cell is an empty field, an empty string is {@code ""}. Numbers are written in full, so that reading them
 * gives back the same bits.
 */
public final class Csv {
    private Csv() {}

    /** A table as its file holds it. */
    public static String text(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(table, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void write(Table table, OutputStream out) throws IOException {
        try (TableSink sink = open(table.columns(), out)) {
            sink.add(table);
        }
    }

    /** Text of tables with these columns, one below the other. Closing it leaves the stream open. */
    static TableSink open(List<Column> columns, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (int column = 0; column < columns.size(); column++) {
            writer.write(field(columns.get(column).name()));
            writer.write(column + 1 < columns.size() ? ',' : '\n');
        }
        return new TableSink() {
            @Override
            public void add(Table table) throws IOException {
                write(table, columns.size(), writer);
            }

            @Override
            public void close() throws IOException {
                writer.flush();
            }
        };
    }

    private static void write(Table table, int columns, Writer writer) throws IOException {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                writer.write(cell(table, row, column));
                writer.write(column + 1 < columns ? ',' : '\n');
            }
        }
    }

    private static String cell(Table table, int row, int column) {
        if (table.isEmpty(row, column)) {
            return "";
        }
        return switch (table.columns().get(column).type()) {
            case STRING -> field(table.text(row, column));
            case LONG -> Long.toString(table.whole(row, column));
            case DOUBLE -> DecimalText.of(table.real(row, column));
        };
    }

    private static String field(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
