package glissade.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keys in the order of their declaration, so that declaring a key is all there is to adding one. */
final class KeyGroup {
    private final List<Key<?>> keys = new ArrayList<>();

    <T> Key<T> add(Key<T> key) {
        keys.add(key);
        return key;
    }

    List<Key<?>> keys() {
        return Collections.unmodifiableList(keys);
    }
}
