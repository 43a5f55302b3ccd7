package glissade.data;

import java.io.Serializable;

/** The rows {@code [from, to)} of something. */
record RowRange(long from, long to) implements Serializable {
    static final RowRange NONE = new RowRange(0, 0);

    RowRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no range of rows: [" + from + ", " + to + ")");
        }
    }

    static RowRange all(long rows) {
        return new RowRange(0, rows);
    }

    long size() {
        return to - from;
    }

    boolean isEmpty() {
        return from == to;
    }

    boolean contains(long row) {
        return row >= from && row < to;
    }
}
