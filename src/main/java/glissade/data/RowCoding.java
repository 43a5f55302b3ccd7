package glissade.data;

import java.io.Serializable;

/** How a line becomes a row, once all is known that a first pass can tell. */
interface RowCoding extends Serializable {
    /** With scratch space for one pass over lines. */
    Encoder encoder();

    /** Reads what a row is called; {@link BadData} if rows have no names. */
    default IdReader ids() {
        throw new BadData("rows have no ids: data.id names no column");
    }

    default boolean hasIds() {
        return false;
    }

    /** To be stored, so that other rows are understood as these; null where a line says all by itself. */
    default TableCoding stored() {
        return null;
    }

    /** Reads a column that is passed through. */
    @FunctionalInterface
    interface IdReader {
        /** The id of a line's row, null if it is none. The bytes may be changed. Throws {@link BadLine}. */
        String read(byte[] text, int from, int to);
    }

    /** Turns line by line into rows. */
    @FunctionalInterface
    interface Encoder {
        /** Appends a line's row; false if it is none. The bytes may be changed. Throws {@link BadLine}. */
        boolean encode(byte[] text, int from, int to, BlockBuilder rows);
    }
}
