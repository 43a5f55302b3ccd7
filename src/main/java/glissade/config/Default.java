package glissade.config;

import java.util.function.Function;

/**
 * The value of a key that is not given.
 *
 * @param rule finds it from the other settings; null if the key must be given
 * @param words how the table of keys puts it
 */
record Default<T>(Function<Settings, T> rule, String words) {
    static <T> Default<T> required() {
        return new Default<>(null, "(required)");
    }

    boolean isRequired() {
        return rule == null;
    }
}
