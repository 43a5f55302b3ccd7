package glissade.config;

/** What a key holds: how its values are read, shown and hashed. */
public interface ValueType<T> {
    /** The value a literal stands for. */
    T read(Literal literal) throws UnfitValue;

    /** What is accepted, in words that follow "expected". */
    String expected();

    /** A few characters for the table of keys. */
    String name();

    /** The value as one would write it in a config file. */
    String show(T value);

    /** The value as a table column holds it: a Long, a Double or a String. */
    Object plain(T value);

    /** Adds the value to a hash. */
    void write(T value, TypedHash hash);

    /** Whether every value is written as text, so that {@code --set} may take it without quotes. */
    default boolean textual() {
        return false;
    }
}
