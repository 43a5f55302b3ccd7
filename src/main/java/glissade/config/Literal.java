package glissade.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value as it stands in the text.
 *
 * @param value a Long, Double, Boolean, String, list of literals, {@link Section}, or null
 * @param written how it was spelled, so that 10.0 and 10 can be told apart
 * @param place where it stands
 */
public record Literal(Object value, String written, Place place) {
    /**
     * The value of {@code key { ... }}.
     *
     * @param entries by name, in the order of names
     */
    record Section(SortedMap<String, Literal> entries) {}

    private static final int LONGEST_SHOWN = 60;

    static Literal of(ConfigValue value) {
        String rendered = value.render(ConfigRenderOptions.concise());
        Place place = Place.of(value.origin());
        return switch (value.valueType()) {
            case NUMBER -> number(value.atKey("it").getString("it"), (Number) value.unwrapped(), place);
            case LIST ->
                new Literal(((ConfigList) value).stream().map(Literal::of).toList(), rendered, place);
            case OBJECT -> new Literal(section((ConfigObject) value), rendered, place);
            case STRING, BOOLEAN, NULL -> new Literal(value.unwrapped(), rendered, place);
        };
    }

    /** HOCON reads 10.0 as the integer 10; only the spelling tells that a fraction was written. */
    private static Literal number(String written, Number read, Place place) {
        boolean whole = written.matches("-?\\d+");
        return new Literal(whole ? (Object) read.longValue() : (Object) read.doubleValue(), written, place);
    }

    private static Section section(ConfigObject object) {
        SortedMap<String, Literal> entries = new TreeMap<>();
        object.forEach((name, value) -> entries.put(name, of(value)));
        return new Section(Collections.unmodifiableSortedMap(entries));
    }

    boolean isSection() {
        return value instanceof Section;
    }

    /** What a section holds; nothing where this is none. */
    SortedMap<String, Literal> entries() {
        return value instanceof Section section ? section.entries() : Collections.emptySortedMap();
    }

    boolean isNull() {
        return value == null;
    }

    /** The elements of a list, or null if it is not one. */
    List<Literal> elements() {
        return value instanceof List<?> list
                ? list.stream().map(Literal.class::cast).toList()
                : null;
    }

    String inWords() {
        String shown = written.length() <= LONGEST_SHOWN ? written : written.substring(0, LONGEST_SHOWN) + "...";
        if (isSection()) {
            return "a section " + shown;
        }
        if (value instanceof List) {
            return "the list " + shown;
        }
        return value instanceof String ? "the text " + shown : shown;
    }
}
