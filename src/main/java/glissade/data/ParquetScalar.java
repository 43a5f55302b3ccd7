package glissade.data;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;

/** One value a row. */
final class ParquetScalar extends ParquetCell {
    private final String column;
    private final PrimitiveConverter converter;
    private boolean present;

    /** A number. */
    ParquetScalar(String column, PrimitiveType type, DoubleConsumer sink) {
        this.column = column;
        converter = new ParquetNumber(type, value -> {
            present = true;
            sink.accept(value);
        });
    }

    /** Text, or true or false, as UTF-8. */
    ParquetScalar(String column, Consumer<byte[]> sink) {
        this.column = column;
        converter = new PrimitiveConverter() {
            @Override
            public void addBinary(Binary value) {
                present = true;
                sink.accept(value.getBytes());
            }

            @Override
            public void addBoolean(boolean value) {
                present = true;
                sink.accept(Utf8.bytes(Boolean.toString(value)));
            }
        };
    }

    @Override
    Converter converter() {
        return converter;
    }

    @Override
    void begin() {
        present = false;
    }

    @Override
    void end() {
        if (!present) {
            throw isNull(column);
        }
    }

    @Override
    int width() {
        return 1;
    }
}
