package glissade.plan;

import glissade.config.Axis;
import glissade.config.ValueType;
import glissade.numeric.DecimalText;
import java.util.List;

/**
 * An axis as a column of tables.
 *
 * @param path of the key
 * @param kind of every value in the column
 * @param values how many different ones the axis has
 */
public record SweptColumn(String path, Kind kind, int values) {
    /** What the values of a column are. */
    public enum Kind {
        WHOLE,
        NUMBER,
        TEXT
    }

    static <T> SweptColumn of(Axis<T> axis) {
        List<Object> plain =
                axis.values().stream().map(axis.key().type()::plain).toList();
        Kind kind = plain.stream().allMatch(Long.class::isInstance)
                ? Kind.WHOLE
                : plain.stream().allMatch(Double.class::isInstance) ? Kind.NUMBER : Kind.TEXT;
        return new SweptColumn(
                axis.key().path(), kind, (int) plain.stream().distinct().count());
    }

    /** A value of the axis as this column holds it: a Long, a Double or a String. */
    <T> Object cell(ValueType<T> type, T value) {
        return kind == Kind.TEXT ? type.show(value) : type.plain(value);
    }

    /** A cell as text. */
    static String show(Object cell) {
        return cell instanceof Double number ? DecimalText.plain(number) : String.valueOf(cell);
    }
}
