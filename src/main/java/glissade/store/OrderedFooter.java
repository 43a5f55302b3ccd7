package glissade.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the footer of a Parquet file in order on its way out. The library lists the encodings of a column in the order of a hash
 * set of enum constants, which is another one in each process; here they are listed by their numbers, so that equal tables give
 * equal bytes whoever writes them. The end of the file is held back until it is whole.
 */
final class OrderedFooter extends OutputStream {
    /** More than any footer of ours: some kilobytes for each row group, of which each has many megabytes. */
    private static final int WINDOW = 1 << 23;

    private static final int LENGTH_AND_MAGIC = 8;

    private final OutputStream out;
    private final ByteArrayOutputStream end = new ByteArrayOutputStream();

    OrderedFooter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        end.write(bytes, offset, length);
        if (end.size() > 2 * WINDOW) {
            byte[] held = end.toByteArray();
            out.write(held, 0, held.length - WINDOW);
            end.reset();
            end.write(held, held.length - WINDOW, WINDOW);
        }
    }

    /** The file is whole. */
    void finish() throws IOException {
        byte[] held = end.toByteArray();
        int length = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN).getInt(held.length - LENGTH_AND_MAGIC);
        int start = held.length - LENGTH_AND_MAGIC - length;
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(held, start, length));
        for (RowGroup group : footer.getRow_groups()) {
            group.getColumns().forEach(column -> order(column.getMeta_data()));
        }
        ByteArrayOutputStream ordered = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, ordered);
        if (ordered.size() != length) {
            throw new IOException("the footer has " + length + " bytes, in order " + ordered.size());
        }
        out.write(held, 0, start);
        ordered.writeTo(out);
        out.write(held, start + length, LENGTH_AND_MAGIC);
    }

    private static void order(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.comparing(Encoding::getValue));
        List<PageEncodingStats> pages = column.getEncoding_stats();
        if (pages != null) {
            pages.sort(Comparator.<PageEncodingStats, Integer>comparing(
                            page -> page.getPage_type().getValue())
                    .thenComparing(page -> page.getEncoding().getValue()));
        }
    }
}
