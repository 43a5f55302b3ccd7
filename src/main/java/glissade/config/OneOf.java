package glissade.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** One of a few named values, in the order they are listed to the user. */
record OneOf<T>(Map<String, T> values) implements ValueType<T> {
    OneOf {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values under the names that a function gives them. */
    static <T> OneOf<T> of(List<T> values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(name.apply(value), value));
        return new OneOf<>(named);
    }

    static OneOf<String> of(List<String> names) {
        return of(names, name -> name);
    }

    /** IN_TASK is written in-task. */
    static <E extends Enum<E>> OneOf<E> of(Class<E> type) {
        return of(
                Arrays.asList(type.getEnumConstants()),
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    public T read(Literal literal) throws UnfitValue {
        if (literal.value() instanceof String name) {
            if (values.containsKey(name)) {
                return values.get(name);
            }
            String hint = NearestName.ofNames(name, values.keySet())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            throw new UnfitValue("expected " + expected() + ", found " + literal.inWords() + hint);
        }
        throw new UnfitValue(expected(), literal);
    }

    @Override
    public String expected() {
        List<String> names = new ArrayList<>(values.keySet());
        return names.size() == 1 ? names.get(0) : "one of " + String.join(", ", names);
    }

    @Override
    public String name() {
        return String.join(" | ", values.keySet());
    }

    @Override
    public String show(T value) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    public Object plain(T value) {
        return show(value);
    }

    @Override
    public void write(T value, TypedHash hash) {
        hash.text(show(value));
    }

    @Override
    public boolean textual() {
        return true;
    }
}
