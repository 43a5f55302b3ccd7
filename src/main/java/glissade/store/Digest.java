package glissade.store;

import glissade.numeric.Sha256;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One number for all results of a run: the SHA-256 of its tables {@code trials} and {@code curves}, in this order.
 *
 * <p>Anyone can recompute it from {@code trials.parquet} and {@code curves.parquet} alone, by hashing these bytes. All
 * integers are big-endian; a <i>string</i> is the length of its UTF-8 form as an int32, then these bytes.
 *
 * <pre>
 * digest = for trials, then curves:
 *              string      the table's name, "trials" or "curves"
 *              int32       number of columns, without those left out
 *              for each column, in file order:
 *                  string  its name
 *                  byte    its type: 1 for a string, 2 for a 64-bit integer, 3 for a double
 *              int64       number of rows
 *              for each row, in file order, for each of its cells, in column order:
 *                  byte    0 for an empty (null) cell, otherwise the column's type, then
 *                      1:  string
 *                      2:  int64
 *                      3:  int64, the IEEE 754 bits of the double
 * </pre>
 *
 * <p>Left out, in both tables, are the columns {@code best_loss_epoch} and {@code best_accuracy_epoch}, which follow from
 * {@code curves}.
 *
 * <p>A double is never NaN (such a cell is empty). The data is covered by the column {@code data} of {@code trials}, the
 * fingerprint of the content. Wall-clock times are in neither table.
 */
public final class Digest {
    private static final int EMPTY = 0;
    private static final Set<String> LEFT_OUT = Set.of(Schemas.BEST_LOSS_EPOCH, Schemas.BEST_ACCURACY_EPOCH);

    private Digest() {}

    /** The digest as 64 lower-case hexadecimal digits. */
    public static String of(Table trials, Table curves) {
        MessageDigest hash = Sha256.begun();
        OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), hash);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(hashed))) {
            for (Table table : List.of(trials, curves)) {
                List<Integer> columns = hashed(table);
                header(table, columns, out);
                for (int row = 0; row < table.rows(); row++) {
                    for (int column : columns) {
                        cell(table, row, column, out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.text(hash);
    }

    private static List<Integer> hashed(Table table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> !LEFT_OUT.contains(table.columns().get(column).name()))
                .boxed()
                .toList();
    }

    private static void header(Table table, List<Integer> columns, DataOutputStream out) throws IOException {
        string(table.name(), out);
        out.writeInt(columns.size());
        for (int column : columns) {
            string(table.columns().get(column).name(), out);
            out.writeByte(tag(table.columns().get(column).type()));
        }
        out.writeLong(table.rows());
    }

    private static void cell(Table table, int row, int column, DataOutputStream out) throws IOException {
        if (table.isEmpty(row, column)) {
            out.writeByte(EMPTY);
            return;
        }
        Column.Type type = table.columns().get(column).type();
        out.writeByte(tag(type));
        switch (type) {
            case STRING -> string(table.text(row, column), out);
            case LONG -> out.writeLong(table.whole(row, column));
            case DOUBLE -> out.writeLong(Double.doubleToLongBits(table.real(row, column)));
        }
    }

    private static int tag(Column.Type type) {
        return switch (type) {
            case STRING -> 1;
            case LONG -> 2;
            case DOUBLE -> 3;
        };
    }

    private static void string(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
