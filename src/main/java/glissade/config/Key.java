package glissade.config;

import java.util.List;

/**
 * One thing that a config file can say.
 *
 * @param path where it stands, for example {@code training.epochs}
 * @param type what it holds
 * @param standard its value when it is not given
 * @param meaning one line for the table of keys
 * @param conditions all must hold, or the key means nothing
 * @param identity whether it decides results, and so is part of a trial's identity
 * @param swept whether trials of one experiment may differ in it; only where it decides results
 */
public record Key<T>(
        String path,
        ValueType<T> type,
        Default<T> standard,
        String meaning,
        List<Condition<?>> conditions,
        boolean identity,
        boolean swept) {
    public Key {
        conditions = List.copyOf(conditions);
    }
}
