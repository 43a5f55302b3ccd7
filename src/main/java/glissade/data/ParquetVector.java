package glissade.data;

import java.util.Arrays;
import java.util.Set;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A vector of Spark's machine learning library, as its VectorUDT lies in a file: {@code type} 0 is sparse, with a size and
 * ascending indices of the values; 1 is dense, with all values.
 */
final class ParquetVector extends ParquetCell {
    private static final Set<String> FIELDS = Set.of("type", "size", "indices", "values");
    private static final int SPARSE = 0;
    private static final int DENSE = 1;

    private final String column;
    private final int width;
    private final Elements sink;
    private final GroupConverter converter;
    private final ParquetList indexList;
    private final ParquetList valueList;
    private double[] indices = new double[16];
    private double[] values = new double[16];
    private boolean present;
    private int type;
    private int size;

    /** With as many features as in the first row, or any number. */
    ParquetVector(String column, GroupType group, int width, Elements sink) {
        this.column = column;
        this.width = width;
        this.sink = sink;
        indexList = new ParquetList(column, group.getType("indices"), ANY, (place, value) -> {
            indices = withRoom(indices, place);
            indices[place] = value;
        });
        valueList = new ParquetList(column, group.getType("values"), ANY, (place, value) -> {
            values = withRoom(values, place);
            values[place] = value;
        });
        Converter[] fields = group.getFields().stream().map(this::field).toArray(Converter[]::new);
        converter = new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
                return fields[index];
            }

            @Override
            public void start() {
                present = true;
            }

            @Override
            public void end() {
                emit();
            }
        };
    }

    static boolean fits(Type type) {
        if (type.isPrimitive() || type.isRepetition(Repetition.REPEATED)) {
            return false;
        }
        GroupType group = type.asGroupType();
        return group.getFieldCount() == FIELDS.size()
                && FIELDS.stream().allMatch(group::containsField)
                && isNumber(group.getType("type"))
                && isNumber(group.getType("size"))
                && ParquetList.fits(group.getType("indices"))
                && ParquetList.fits(group.getType("values"));
    }

    private static boolean isNumber(Type type) {
        return type.isPrimitive()
                && !type.isRepetition(Repetition.REPEATED)
                && ParquetNumber.fits(type.asPrimitiveType());
    }

    private Converter field(Type field) {
        return switch (field.getName()) {
            case "type" -> new ParquetNumber(field.asPrimitiveType(), value -> type = (int) value);
            case "size" -> new ParquetNumber(field.asPrimitiveType(), value -> size = (int) value);
            case "indices" -> indexList.converter();
            default -> valueList.converter();
        };
    }

    private static double[] withRoom(double[] array, int place) {
        return place < array.length ? array : Arrays.copyOf(array, Math.addExact(place, place / 2 + 1));
    }

    @Override
    Converter converter() {
        return converter;
    }

    @Override
    void begin() {
        present = false;
        type = ANY;
        size = 0;
        indexList.begin();
        valueList.begin();
    }

    @Override
    void end() {
        if (!present) {
            throw isNull(column);
        }
    }

    /** As soon as it is complete: features come in ascending order. */
    private void emit() {
        if (!valueList.isPresent()) {
            throw isNull("the values of " + column);
        }
        if (type != SPARSE && type != DENSE) {
            throw new BadLine(column + " is a vector of the unknown type " + type + ", expected 0 or 1");
        }
        if (type == SPARSE && size < 0) {
            throw new BadLine(column + " is a vector of the size " + size);
        }
        if (width != ANY && width() != width) {
            throw new BadLine(
                    column + " is a vector of size " + width() + ", expected " + width + " as in the first row");
        }
        if (type == SPARSE) {
            requireIndices();
        }
        for (int i = 0; i < valueList.width(); i++) {
            sink.put(type == SPARSE ? (int) indices[i] : i, values[i]);
        }
    }

    private void requireIndices() {
        if (indexList.width() != valueList.width()) {
            throw new BadLine(column + " is a vector of " + indexList.width() + " indices and " + valueList.width()
                    + " values, expected as many");
        }
        double last = -1;
        for (int i = 0; i < indexList.width(); i++) {
            if (!(indices[i] > last && indices[i] < size)) {
                throw new BadLine(column + " is a vector with the index " + (long) indices[i] + " after " + (long) last
                        + ", expected ascending ones below " + size);
            }
            last = indices[i];
        }
    }

    @Override
    int width() {
        return type == SPARSE ? size : valueList.width();
    }
}
