package glissade.config;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values given for keys, already valid one by one; every other key has its default. Immutable. */
public final class Settings {
    /** A value of the type of its key, and where it was written. */
    record Given(Object value, Place place) {}

    private final SortedMap<String, Given> given;

    Settings(Map<String, Given> given) {
        this.given = new TreeMap<>(given);
    }

    /** The value of a key, its default where it is not given or means nothing. */
    public <T> T get(Key<T> key) {
        return isGiven(key) && applies(key) ? given(key) : key.standard().rule().apply(this);
    }

    @SuppressWarnings("unchecked") // values are put in under the path of the key that read them
    private <T> T given(Key<T> key) {
        return (T) given.get(key.path()).value();
    }

    /** The value of a key, or another where the key means nothing. */
    public <T> T get(Key<T> key, T absent) {
        return applies(key) ? get(key) : absent;
    }

    /** Whether the key has a meaning beside the other settings. */
    public boolean applies(Key<?> key) {
        return key.conditions().stream().allMatch(condition -> condition.holds(this));
    }

    boolean isGiven(Key<?> key) {
        return given.containsKey(key.path());
    }

    /** Where the key was given; null if it was not. */
    public Place place(Key<?> key) {
        return isGiven(key) ? given.get(key.path()).place() : null;
    }

    /** These settings with some values replaced, each of the type of its key. */
    Settings with(Map<Key<?>, Object> values) {
        Settings changed = new Settings(given);
        values.forEach((key, value) -> changed.given.put(key.path(), new Given(value, place(key))));
        return changed;
    }

    /**
     * Adds every key that decides results and differs from its default, by path. How the text was ordered and
     * spelled, and whether a default was written out, makes no difference.
     */
    public void writeIdentity(TypedHash hash) {
        given.keySet().forEach(path -> write(Keys.find(path).orElseThrow(), hash));
    }

    private <T> void write(Key<T> key, TypedHash hash) {
        if (key.identity() && applies(key) && differsFromDefault(key)) {
            hash.text(key.path());
            key.type().write(get(key), hash);
        }
    }

    private <T> boolean differsFromDefault(Key<T> key) {
        return key.standard().isRequired()
                || !get(key).equals(key.standard().rule().apply(this));
    }

    /** Every key that is given or means something, with its value as a Long, a Double or a String. */
    SortedMap<String, Object> typed() {
        return typed(Keys.ALL);
    }

    /** Those of some keys. */
    SortedMap<String, Object> typed(List<Key<?>> keys) {
        SortedMap<String, Object> typed = new TreeMap<>();
        keys.stream().filter(key -> isGiven(key) || applies(key)).forEach(key -> typed.put(key.path(), typed(key)));
        return typed;
    }

    private <T> Object typed(Key<T> key) {
        T value = isGiven(key) ? given(key) : get(key);
        return value == null ? null : key.type().plain(value);
    }
}
