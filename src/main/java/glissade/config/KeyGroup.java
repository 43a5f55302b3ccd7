package glissade.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Keys in the order of their declaration, so that declaring a key is all there is to adding one. A group can be
 * narrowed; keys of the narrower group stand in the list of the wider one.
 */
final class KeyGroup {
    private final List<Key<?>> keys;
    private final List<Condition<?>> conditions;
    private final boolean identity;
    private final boolean swept;

    KeyGroup() {
        this(new ArrayList<>(), List.of(), true, true);
    }

    private KeyGroup(List<Key<?>> keys, List<Condition<?>> conditions, boolean identity, boolean swept) {
        this.keys = keys;
        this.conditions = conditions;
        this.identity = identity;
        this.swept = swept;
    }

    /** Keys that mean something only where another key has one of these values. */
    <V> KeyGroup onlyFor(Key<V> other, List<V> values) {
        return onlyIf(Condition.oneOf(other, values));
    }

    /** Keys that mean something only under a condition. */
    KeyGroup onlyIf(Condition<?> condition) {
        List<Condition<?>> all = new ArrayList<>(conditions);
        all.add(condition);
        return new KeyGroup(keys, all, identity, swept);
    }

    /** Keys that results do not depend on. */
    KeyGroup outsideIdentity() {
        return new KeyGroup(keys, conditions, false, false);
    }

    /** Keys that results depend on, and that all trials of an experiment have in common. */
    KeyGroup common() {
        return new KeyGroup(keys, conditions, identity, false);
    }

    /** A key with one default. */
    <T> Key<T> add(String path, ValueType<T> type, T standard, String meaning) {
        return add(path, type, settings -> standard, type.show(standard), meaning);
    }

    /** A key whose default depends on other settings, as these words say. */
    <T> Key<T> add(String path, ValueType<T> type, Function<Settings, T> rule, String words, String meaning) {
        return add(new Key<>(path, type, new Default<>(rule, words), meaning, conditions, identity, swept));
    }

    /** A key without a default. */
    <T> Key<T> required(String path, ValueType<T> type, String meaning) {
        return add(new Key<>(path, type, Default.required(), meaning, conditions, identity, swept));
    }

    private <T> Key<T> add(Key<T> key) {
        keys.add(key);
        return key;
    }

    List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }
}
