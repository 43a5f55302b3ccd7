package glissade.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleConsumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** A Parquet column of numbers, whatever their kind, as doubles. Long ones and decimals are rounded to the nearest. */
final class ParquetNumber extends PrimitiveConverter {
    private static final int LONG_BITS = 64;

    private final DoubleConsumer sink;
    private final boolean unsigned;
    private final int scale;

    ParquetNumber(PrimitiveType type, DoubleConsumer sink) {
        this.sink = sink;
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        unsigned = meaning instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        scale = meaning instanceof DecimalLogicalTypeAnnotation decimal ? decimal.getScale() : 0;
    }

    /** Whether a column holds numbers: not text, nor days, nor times. */
    static boolean fits(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean decimal = meaning instanceof DecimalLogicalTypeAnnotation;
        boolean whole = meaning instanceof IntLogicalTypeAnnotation;
        return switch (type.getPrimitiveTypeName()) {
            case FLOAT, DOUBLE -> meaning == null;
            case BOOLEAN -> true;
            case INT32 -> meaning == null || decimal || whole;
            case INT64 -> meaning == null || decimal || (whole && !isUnsignedLong((IntLogicalTypeAnnotation) meaning));
            case BINARY, FIXED_LEN_BYTE_ARRAY -> decimal;
            case INT96 -> false;
        };
    }

    private static boolean isUnsignedLong(IntLogicalTypeAnnotation whole) {
        return !whole.isSigned() && whole.getBitWidth() == LONG_BITS;
    }

    @Override
    public void addDouble(double value) {
        sink.accept(value);
    }

    @Override
    public void addFloat(float value) {
        sink.accept(value);
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(value ? 1 : 0);
    }

    @Override
    public void addInt(int value) {
        addLong(unsigned ? Integer.toUnsignedLong(value) : value);
    }

    @Override
    public void addLong(long value) {
        sink.accept(scale == 0 ? value : decimal(BigInteger.valueOf(value)));
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(decimal(new BigInteger(value.getBytes())));
    }

    /** By way of text: the platform's own rounding of decimals differs between JDKs. */
    private double decimal(BigInteger digits) {
        return Double.parseDouble(new BigDecimal(digits, scale).toString());
    }
}
