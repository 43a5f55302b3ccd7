package glissade.data;

import java.io.Serializable;

/**
 * How a config speaks of a column.
 *
 * @param name as in the header; null where the column is counted
 * @param number from 1, of a counted column; 0 of a named one
 */
public record ColumnName(String name, int number) implements Serializable {
    public ColumnName {
        if ((name == null) != (number > 0)) {
            throw new IllegalArgumentException("a column has either a name or a number from 1, got " + number);
        }
    }

    public static ColumnName named(String name) {
        return new ColumnName(name, 0);
    }

    public static ColumnName numbered(int number) {
        return new ColumnName(null, number);
    }

    /** As in a message. */
    String inWords() {
        return name == null ? "column " + number : "column '" + name + "'";
    }
}
