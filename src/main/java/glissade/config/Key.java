package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One thing that a config file can say.
 *
 * @param path where it stands, for example {@code training.epochs}
 * @param type what it holds
 * @param standard its value when it is not given
 * @param meaning one line for the table of keys
 * @param conditions all must hold, or the key means nothing
 * @param identity whether it decides results, and so is part of a trial's identity and may be swept
 */
public record Key<T>(
        String path,
        ValueType<T> type,
        Default<T> standard,
        String meaning,
        List<Condition<?>> conditions,
        boolean identity) {
    public Key {
        conditions = List.copyOf(conditions);
    }

    static <T> Key<T> of(String path, ValueType<T> type, T standard, String meaning) {
        return of(path, type, settings -> standard, type.show(standard), meaning);
    }

    /** A default that depends on other settings, with its description. */
    static <T> Key<T> of(String path, ValueType<T> type, Function<Settings, T> rule, String words, String meaning) {
        return new Key<>(path, type, new Default<>(rule, words), meaning, List.of(), true);
    }

    static <T> Key<T> required(String path, ValueType<T> type, String meaning) {
        return new Key<>(path, type, Default.required(), meaning, List.of(), true);
    }

    /** The same key, with a meaning only where another has one of these values. */
    @SafeVarargs
    final <V> Key<T> onlyFor(Key<V> other, V... values) {
        List<Condition<?>> all = new ArrayList<>(conditions);
        all.add(new Condition<>(other, List.of(values)));
        return new Key<>(path, type, standard, meaning, all, identity);
    }

    /** The same key, which results do not depend on. */
    Key<T> outsideIdentity() {
        return new Key<>(path, type, standard, meaning, conditions, false);
    }

    /** A value of this key as one would write it in a config file. */
    @SuppressWarnings("unchecked") // only settings and axes hold values of keys, and they read them by the key's own type
    public String show(Object value) {
        return type.show((T) value);
    }
}
