package glissade.store;

/** A column of a table; any cell of it may be empty. */
public record Column(String name, Type type) {
    /** What a cell holds. */
    public enum Type {
        STRING,
        LONG,
        DOUBLE
    }

    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    public static Column text(String name) {
        return new Column(name, Type.STRING);
    }

    public static Column whole(String name) {
        return new Column(name, Type.LONG);
    }

    public static Column real(String name) {
        return new Column(name, Type.DOUBLE);
    }
}
