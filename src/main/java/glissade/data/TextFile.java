package glissade.data;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/** A surveyed file of lines: its rows, and places every 4,096 of them at most where reading can begin. */
final class TextFile implements Serializable {
    private static final long serialVersionUID = 1;

    private final DataFile file;
    private long rows;
    private long lines;
    private int anchors;
    private long[] anchorRows = new long[4];
    private long[] anchorLines = new long[4];
    private long[] anchorOffsets = new long[4];

    TextFile(DataFile file) {
        this.file = file;
    }

    /** Takes a line that may be a row. */
    @FunctionalInterface
    interface LineSink {
        /** Whether it was one; throws {@link BadLine}. */
        boolean accept(byte[] text, int from, int to);
    }

    DataFile file() {
        return file;
    }

    long rows() {
        return rows;
    }

    /** Adds the stretch that follows. */
    void add(TextStretch<?> stretch) {
        int needed = anchors + stretch.anchors();
        if (needed > anchorRows.length) {
            int room = Math.max(needed, Math.addExact(anchors, anchors / 2));
            anchorRows = Arrays.copyOf(anchorRows, room);
            anchorLines = Arrays.copyOf(anchorLines, room);
            anchorOffsets = Arrays.copyOf(anchorOffsets, room);
        }
        for (int i = 0; i < stretch.anchors(); i++) {
            anchorRows[anchors] = rows + stretch.anchorRow(i);
            anchorLines[anchors] = lines + stretch.anchorLine(i);
            anchorOffsets[anchors++] = stretch.anchorOffset(i);
        }
        rows += stretch.rows();
        lines += stretch.lines();
    }

    /** Lines before what is added next. */
    long lines() {
        return lines;
    }

    /** Hands the lines of the rows {@code [from, to)} to the sink, and others before and between that are no rows. */
    void read(long from, long to, LineSink skipped, LineSink sink) {
        int found = Arrays.binarySearch(anchorRows, 0, anchors, from);
        int anchor = found >= 0 ? found : -found - 2;
        long row = anchorRows[anchor];
        long linesBefore = anchorLines[anchor];
        try (LineReader reader = new LineReader(file.open(anchorOffsets[anchor]), anchorOffsets[anchor])) {
            try {
                while (row < to && reader.next()) {
                    LineSink taker = row < from ? skipped : sink;
                    if (taker.accept(reader.buffer(), reader.start(), reader.end())) {
                        row++;
                    }
                }
            } catch (BadLine e) {
                throw bad(linesBefore + reader.lines(), e.getMessage());
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        if (row < to) {
            throw new BadData(file.location() + " has become shorter while it was read");
        }
    }

    /** What to tell the user of a line, counted from 1. */
    BadData bad(long line, String message) {
        return new BadData(file.location() + ", line " + line + ": " + message);
    }
}
