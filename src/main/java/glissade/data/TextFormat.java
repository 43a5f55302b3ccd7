package glissade.data;

import java.io.Serializable;

/**
 * How lines of text are understood, before it is known which categories and classes there are: what a first pass learns
 * from them.
 *
 * @param <T> what is learnt from a stretch of lines
 */
interface TextFormat<T extends TextFormat.Tally<T>> extends Serializable {
    /** What a pass has learnt. Stretches are added in their order; where they were cut leaves no trace. */
    interface Tally<T> extends Serializable {
        /** Learns from a line; false if it is no row. The bytes may be changed. Throws {@link BadLine}. */
        boolean add(byte[] text, int from, int to);

        /** Adds the stretch that follows. */
        void add(T next);
    }

    /** Whether the first line of a file is none of its rows. */
    boolean hasHeader();

    /** Throws {@link BadLine} if this is not the header that all files have. */
    void checkHeader(byte[] text, int from, int to);

    /** Nothing learnt yet. */
    T tally();
}
