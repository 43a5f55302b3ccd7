package glissade.plan;

import glissade.config.Axis;
import glissade.config.Key;
import glissade.config.Settings;
import glissade.config.ValueType;
import glissade.numeric.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis as a column of tables.
 *
 * @param path of the key
 * @param kind of every value in the column
 * @param values how many different ones the axis has
 */
public record SweptColumn(String path, Kind kind, int values) {
    private static final MathContext BRIEF = new MathContext(4);

    /** What the values of a column are. */
    public enum Kind {
        WHOLE,
        NUMBER,
        TEXT
    }

    /** The column of an axis over a base, whose value stands in the gaps. */
    static <T> SweptColumn of(Axis<T> axis, Settings base) {
        Key<T> key = axis.key();
        List<T> values = new ArrayList<>(axis.given());
        if (axis.hasGaps() && base.get(key) != null) {
            values.add(base.get(key));
        }
        List<Object> plain = values.stream().map(key.type()::plain).toList();
        Kind kind = plain.stream().allMatch(Long.class::isInstance)
                ? Kind.WHOLE
                : plain.stream().allMatch(Double.class::isInstance) ? Kind.NUMBER : Kind.TEXT;
        return new SweptColumn(key.path(), kind, (int) plain.stream().distinct().count());
    }

    /** A value of the axis as this column holds it: a Long, a Double or a String. */
    <T> Object cell(ValueType<T> type, T value) {
        return kind == Kind.TEXT ? type.show(value) : type.plain(value);
    }

    /** A cell as text. */
    static String show(Object cell) {
        return cell instanceof Double number ? DecimalText.plain(number) : String.valueOf(cell);
    }

    /** A cell as text for a narrow place: numbers to four digits. */
    static String brief(Object cell) {
        return cell instanceof Double number
                ? DecimalText.plain(new BigDecimal(number).round(BRIEF).doubleValue())
                : String.valueOf(cell);
    }
}
