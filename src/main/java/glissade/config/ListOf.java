package glissade.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list with so many elements, from the least to the most. */
record ListOf<T>(ValueType<T> element, int least, int most) implements ValueType<List<T>> {
    /** With at least one. */
    ListOf(ValueType<T> element) {
        this(element, 1, Integer.MAX_VALUE);
    }

    /** With at least so many. */
    ListOf(ValueType<T> element, int least) {
        this(element, least, Integer.MAX_VALUE);
    }

    @Override
    public List<T> read(Literal literal) throws UnfitValue {
        List<Literal> elements = literal.elements();
        if (elements == null || elements.size() < least || elements.size() > most) {
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
        String limit = most == Integer.MAX_VALUE ? "" : " of at most " + most + " elements";
        return "a list in brackets" + limit + ", each element " + element.expected();
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
