package glissade.config;

import java.util.List;
import java.util.stream.Collectors;

/** Another key must have one of these values for a key to have a meaning. */
record Condition<T>(Key<T> key, List<T> values) {
    boolean holds(Settings settings) {
        return settings.applies(key) && values.contains(settings.get(key));
    }

    /** Whether it holds somewhere in a sweep over a base. */
    boolean canHold(Settings base, Sweep sweep) {
        return sweep.axis(key)
                .map(axis -> axis.values().stream().anyMatch(values::contains))
                .orElseGet(() -> values.contains(base.get(key)));
    }

    /** Whether the other key has a value at all, given or by default. */
    boolean isKnown(Settings base, Sweep sweep) {
        return !key.standard().isRequired()
                || base.isGiven(key)
                || sweep.axis(key).isPresent();
    }

    String words() {
        return key.path() + " = " + shown(values);
    }

    /** How the key stands instead, for a message. */
    String wordsInstead(Settings base, Sweep sweep) {
        return key.path() + " = "
                + shown(sweep.axis(key).<List<? extends T>>map(Axis::values).orElseGet(() -> List.of(base.get(key))));
    }

    private String shown(List<? extends T> shown) {
        return shown.stream().map(key.type()::show).collect(Collectors.joining(" or "));
    }
}
