package glissade.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A key that a sweep varies.
 *
 * @param section the way it is varied
 * @param key which one
 * @param values at least one, in the order they were written; null at a point that leaves the key out
 * @param rule by which values were drawn, for example {@code log-uniform [0.001,1]}; empty where they were written
 * @param place where they stand
 */
public record Axis<T>(SweepSection section, Key<T> key, List<T> values, String rule, Place place) {
    public Axis {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The values without the gaps. */
    public List<T> given() {
        return values.stream().filter(Objects::nonNull).toList();
    }

    /** Whether some point leaves the key out, so that its value is that of the base. */
    public boolean hasGaps() {
        return values.contains(null);
    }

    /** How messages name it. */
    String path() {
        return section.axisPath(key.path());
    }

    /** The rule, or the values as Longs, Doubles or Strings. */
    Object typed() {
        return rule.isEmpty()
                ? (Object) values.stream()
                        .map(value -> value == null ? null : key.type().plain(value))
                        .toList()
                : rule;
    }
}
