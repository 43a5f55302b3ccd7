package glissade.data;

import glissade.data.Source.Segment;
import glissade.numeric.Block;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows of several surveyed files, one after the other. */
final class TextRows implements Serializable {
    private static final long serialVersionUID = 1;
    /** Far beyond all use, so that a slip is told before memory is asked for. */
    static final int MOST_FEATURES = 1 << 27;

    private static final int ROWS_AT_ONCE = 1024;
    private static final long VALUES_AT_ONCE = 1L << 20;

    private final ArrayList<TextFile> files;
    private final RowCoding coding;
    private final int features;

    TextRows(List<TextFile> files, RowCoding coding, int features) {
        this.files = new ArrayList<>(files);
        this.coding = coding;
        this.features = features;
    }

    long rows() {
        return files.stream().mapToLong(TextFile::rows).sum();
    }

    boolean hasIds() {
        return coding.hasIds();
    }

    TableCoding coding() {
        return coding.stored();
    }

    List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        files.forEach(file -> segments.add(new Segment(file.file().name(), file.rows())));
        return segments;
    }

    /** Hands the rows {@code [from, to)} to the sink. */
    void read(long from, long to, Consumer<Block> sink) {
        RowCoding.Encoder encoder = coding.encoder();
        BlockBuilder skipped = BlockBuilder.sparse(features);
        BlockBuilder rows = BlockBuilder.sparse(features);
        readLines(
                files,
                from,
                to,
                (text, start, end) -> {
                    boolean isRow = encoder.encode(text, start, end, skipped);
                    skipped.clear();
                    return isRow;
                },
                (text, start, end) -> {
                    boolean isRow = encoder.encode(text, start, end, rows);
                    if (rows.rows() == ROWS_AT_ONCE || rows.storedValues() >= VALUES_AT_ONCE) {
                        sink.accept(rows.build());
                    }
                    return isRow;
                });
        if (rows.rows() > 0) {
            sink.accept(rows.build());
        }
    }

    /** Hands the ids of the rows {@code [from, to)} to the sink. */
    void readIds(long from, long to, Consumer<String> sink) {
        RowCoding.IdReader ids = coding.ids();
        readLines(files, from, to, (text, start, end) -> ids.read(text, start, end) != null, (text, start, end) -> {
            String id = ids.read(text, start, end);
            if (id != null) {
                sink.accept(id);
            }
            return id != null;
        });
    }

    /** Hands the lines of the rows {@code [from, to)} to one sink, lines before them that lie in the way to another. */
    static void readLines(List<TextFile> files, long from, long to, TextFile.LineSink skipped, TextFile.LineSink sink) {
        long first = 0;
        for (TextFile file : files) {
            long begin = Math.max(from - first, 0);
            long end = Math.min(to - first, file.rows());
            if (begin < end) {
                file.read(begin, end, skipped, sink);
            }
            first += file.rows();
        }
    }
}
