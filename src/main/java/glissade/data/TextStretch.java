package glissade.data;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What a first pass finds in the lines that begin within a stretch of a file: what its format learns, the number of rows,
 * and places where reading can begin, each with the rows and lines before it in the stretch. Ends at the first bad line.
 */
final class TextStretch<T extends TextFormat.Tally<T>> implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS_BETWEEN = 4096;

    private final T tally;
    private long rows;
    private long lines;
    private int anchors;
    private long[] places = new long[12];
    private String problem;

    private TextStretch(T tally) {
        this.tally = tally;
    }

    /**
     * A stretch of a file.
     *
     * @param from its first byte
     * @param to the byte after its last one; beyond every file for all the rest
     */
    record Bounds(DataFile file, long from, long to) implements Serializable {}

    /** Passes over the lines; what is wrong with one of them is remembered, so that the first of all can be told. */
    static <T extends TextFormat.Tally<T>> TextStretch<T> read(Bounds bounds, TextFormat<T> format) {
        TextStretch<T> stretch = new TextStretch<>(format.tally());
        // Reading from one byte before tells whether a line begins at the first one.
        long start = Math.max(0, bounds.from() - 1);
        try (LineReader reader = new LineReader(bounds.file().open(start), start)) {
            long before = 0;
            try {
                if (bounds.from() > 0 && !reader.next()) {
                    return stretch;
                }
                before = reader.lines();
                stretch.readLines(reader, bounds, format);
            } catch (BadLine e) {
                stretch.lines = Math.max(1, reader.lines() - before);
                stretch.problem = e.getMessage();
            }
        } catch (IOException e) {
            throw bounds.file().unreadable(e);
        }
        return stretch;
    }

    private void readLines(LineReader reader, Bounds bounds, TextFormat<T> format) throws IOException {
        if (bounds.from() == 0 && format.hasHeader()) {
            if (!reader.next()) {
                throw new BadLine("the file is empty, expected a header");
            }
            lines++;
            format.checkHeader(reader.buffer(), reader.start(), reader.end());
        }
        while (reader.next() && reader.offset() < bounds.to()) {
            lines++;
            addLine(reader);
        }
    }

    private void addLine(LineReader reader) {
        long offset = reader.offset();
        if (tally.add(reader.buffer(), reader.start(), reader.end())) {
            if (rows++ % ROWS_BETWEEN == 0) {
                addAnchor(rows - 1, lines - 1, offset);
            }
        }
    }

    private void addAnchor(long row, long line, long offset) {
        if (3 * anchors == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[3 * anchors] = row;
        places[3 * anchors + 1] = line;
        places[3 * anchors + 2] = offset;
        anchors++;
    }

    T tally() {
        return tally;
    }

    long rows() {
        return rows;
    }

    /** All lines; up to the bad one, this included, if there is one. */
    long lines() {
        return lines;
    }

    int anchors() {
        return anchors;
    }

    long anchorRow(int anchor) {
        return places[3 * anchor];
    }

    long anchorLine(int anchor) {
        return places[3 * anchor + 1];
    }

    long anchorOffset(int anchor) {
        return places[3 * anchor + 2];
    }

    /** What is wrong with the last line, or null. */
    String problem() {
        return problem;
    }
}
