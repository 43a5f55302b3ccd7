package glissade.data;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A list of numbers. There are three ways to write one: a repeated number; a group around it, as older writers did; and a
 * group around a repeated group around the number, as the format wants it today (LogicalTypes.md, "Lists").
 */
final class ParquetList extends ParquetCell {
    private final String column;
    private final int width;
    private final Elements sink;
    private final Converter converter;
    private boolean present;
    private int count;

    /** With as many elements as in the first row, or any number. */
    ParquetList(String column, Type type, int width, Elements sink) {
        this.column = column;
        this.width = width;
        this.sink = sink;
        converter = type.isPrimitive() ? element(type) : list(type.asGroupType());
    }

    static boolean fits(Type type) {
        if (type.isRepetition(Repetition.REPEATED)) {
            return isNumber(type);
        }
        if (type.isPrimitive() || type.asGroupType().getFieldCount() != 1) {
            return false;
        }
        Type repeated = type.asGroupType().getType(0);
        boolean nested = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
        Type element = nested ? repeated.asGroupType().getType(0) : repeated;
        return repeated.isRepetition(Repetition.REPEATED)
                && isNumber(element)
                && !(nested && element.isRepetition(Repetition.REPEATED));
    }

    private static boolean isNumber(Type type) {
        return type.isPrimitive() && ParquetNumber.fits(type.asPrimitiveType());
    }

    private Converter element(Type type) {
        return new ParquetNumber(type.asPrimitiveType(), value -> {
            if (count == width) {
                throw new BadLine(column + " has more than " + width + " elements, as many as in the first row");
            }
            sink.put(count++, value);
        });
    }

    private Converter list(GroupType type) {
        Type repeated = type.getType(0);
        Converter elements = repeated.isPrimitive()
                ? element(repeated)
                : item(element(repeated.asGroupType().getType(0)));
        return new Wrapper(elements, () -> present = true, () -> {});
    }

    private Converter item(Converter element) {
        int[] before = new int[1];
        return new Wrapper(element, () -> before[0] = count, () -> {
            if (count == before[0]) {
                throw isNull("element " + count + " (counted from 0) of " + column);
            }
        });
    }

    @Override
    Converter converter() {
        return converter;
    }

    @Override
    void begin() {
        present = converter.isPrimitive();
        count = 0;
    }

    @Override
    void end() {
        if (!present) {
            throw isNull(column);
        }
        if (width != ANY && count != width) {
            throw new BadLine(column + " has " + count + " elements, expected " + width + " as in the first row");
        }
    }

    boolean isPresent() {
        return present;
    }

    @Override
    int width() {
        return count;
    }
}
