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

    /** Whether rows lie between this and another range, of which neither is empty. */
    boolean isApartFrom(RowRange other) {
        return !isEmpty() && !other.isEmpty() && (to < other.from || other.to < from);
    }

    /** From the first to the last row of both. */
    RowRange and(RowRange other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new RowRange(Math.min(from, other.from), Math.max(to, other.to));
    }

    boolean contains(long row) {
        return row >= from && row < to;
    }
}
