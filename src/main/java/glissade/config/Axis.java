package glissade.config;

import java.util.List;

/**
 * A key that a sweep varies.
 *
 * @param key which one
 * @param values at least one, in the order they were written
 * @param place where the list stands
 */
public record Axis<T>(Key<T> key, List<T> values, Place place) {
    public Axis {
        values = List.copyOf(values);
    }

    /** The values as Longs, Doubles or Strings. */
    List<Object> typed() {
        return values.stream().map(key.type()::plain).toList();
    }
}
