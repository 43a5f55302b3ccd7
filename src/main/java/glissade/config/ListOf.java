package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list with at least so many elements. */
record ListOf<T>(ValueType<T> element, int least) implements ValueType<List<T>> {
    /** With at least one. */
    ListOf(ValueType<T> element) {
        this(element, 1);
    }

    @Override
    public List<T> read(Literal literal) throws UnfitValue {
        List<Literal> elements = literal.elements();
        if (elements == null || elements.size() < least) {
            throw new UnfitValue(expected(), literal);
        }
        List<T> values = new ArrayList<>();
        for (Literal found : elements) {
            values.add(element.read(found));
        }
        return List.copyOf(values);
    }

    @Override
    public String expected() {
        return "a list in brackets, each element " + element.expected();
    }

    @Override
    public String name() {
        return "list of " + element.name() + "s";
    }

    @Override
    public String show(List<T> value) {
        return value.stream().map(element::show).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Object plain(List<T> value) {
        return show(value);
    }

    @Override
    public void write(List<T> value, TypedHash hash) {
        hash.list(value.size());
        value.forEach(part -> element.write(part, hash));
    }
}
