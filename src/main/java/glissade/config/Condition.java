package glissade.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What another key must say for a key to have a meaning.
 *
 * @param key the other one
 * @param test whether its value will do
 * @param words the condition in words
 */
record Condition<T>(Key<T> key, Predicate<T> test, String words) {
    /** One of these values. */
    static <T> Condition<T> oneOf(Key<T> key, List<T> values) {
        return new Condition<>(key, values::contains, key.path() + " = " + shown(key, values));
    }

    boolean holds(Settings settings) {
        return settings.applies(key) && test.test(settings.get(key));
    }

    /** Whether it holds somewhere in a sweep over a base. */
    boolean canHold(Settings base, Sweep sweep) {
        return sweep.axis(key)
                .map(axis -> axis.given().stream().anyMatch(test) || (axis.hasGaps() && test.test(base.get(key))))
                .orElseGet(() -> test.test(base.get(key)));
    }

    /** Whether the other key has a value at all, given or by default. */
    boolean isKnown(Settings base, Sweep sweep) {
        return !key.standard().isRequired()
                || base.isGiven(key)
                || sweep.axis(key).filter(axis -> !axis.hasGaps()).isPresent();
    }

    /** How the key stands instead, for a message. */
    String wordsInstead(Settings base, Sweep sweep) {
        List<T> values = sweep.axis(key)
                .map(axis -> axis.given().stream().distinct().toList())
                .orElseGet(() -> List.of(base.get(key)));
        return key.path() + " = " + shown(key, values);
    }

    private static <T> String shown(Key<T> key, List<T> values) {
        return values.stream().map(key.type()::show).collect(Collectors.joining(" or "));
    }
}
