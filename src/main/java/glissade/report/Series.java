package glissade.report;

import glissade.store.Column;
import glissade.store.Table;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.stream.IntStream;

/**
 * Many numbers on their way into a page, without loss: null where there is none, a number where all are that one, otherwise
 * base64 of little-endian doubles, with NaN for what is missing.
 */
final class Series {
    private static final int LONGEST_RUN = 255;

    private Series() {}

    /** The cells of these rows, in a column of numbers. */
    static double[] cells(Table table, int column, int[] rows) {
        boolean whole = table.columns().get(column).type() == Column.Type.LONG;
        return IntStream.of(rows)
                .mapToDouble(row -> !whole
                        ? table.real(row, column)
                        : table.isEmpty(row, column) ? Double.NaN : table.whole(row, column))
                .toArray();
    }

    static void write(double[] values, JsonText json) {
        boolean same = values.length == 0 || Double.isFinite(values[0]) || Double.isNaN(values[0]);
        for (double value : values) {
            same &= Double.doubleToLongBits(value) == Double.doubleToLongBits(values[0]);
        }
        if (same) {
            json.value(values.length == 0 ? Double.NaN : values[0]);
        } else {
            ByteBuffer buffer =
                    ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (double value : values) {
                buffer.putDouble(value);
            }
            json.value(base64(buffer.array()));
        }
    }

    /** Bytes of which neighbours are often equal, as base64 of pairs: how many, and which. */
    static String runs(byte[] values) {
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        int from = 0;
        for (int to = 1; to <= values.length; to++) {
            if (to == values.length || values[to] != values[from] || to - from == LONGEST_RUN) {
                pairs.write(to - from);
                pairs.write(values[from]);
                from = to;
            }
        }
        return base64(pairs.toByteArray());
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
