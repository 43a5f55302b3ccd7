package glissade.data;

import java.io.Serializable;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** A column of a Parquet file, by its name, and what it holds. */
record ParquetColumn(String name, Kind kind) implements Serializable {
    /** What a cell holds. */
    enum Kind {
        NUMBER("a number"),
        LIST("a list of numbers"),
        VECTOR("a vector"),
        TEXT("text"),
        FLAG("true or false"),
        OTHER("something else");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean isFeature() {
            return this != TEXT && this != OTHER;
        }

        /** Whether there is one in each row, rather than several. */
        boolean isTarget() {
            return this == NUMBER || this == TEXT || this == FLAG;
        }

        String words() {
            return words;
        }
    }

    static ParquetColumn of(Type type) {
        return new ParquetColumn(type.getName(), kind(type));
    }

    private static Kind kind(Type type) {
        if (ParquetList.fits(type)) {
            return Kind.LIST;
        }
        if (!type.isPrimitive()) {
            return ParquetVector.fits(type) ? Kind.VECTOR : Kind.OTHER;
        }
        PrimitiveType primitive = type.asPrimitiveType();
        if (primitive.isRepetition(Repetition.REPEATED)) {
            return Kind.OTHER;
        }
        if (primitive.getPrimitiveTypeName() == PrimitiveTypeName.BOOLEAN) {
            return Kind.FLAG;
        }
        if (ParquetNumber.fits(primitive)) {
            return Kind.NUMBER;
        }
        LogicalTypeAnnotation meaning = primitive.getLogicalTypeAnnotation();
        boolean text = primitive.getPrimitiveTypeName() == PrimitiveTypeName.BINARY
                && (meaning == null
                        || meaning.equals(LogicalTypeAnnotation.stringType())
                        || meaning.equals(LogicalTypeAnnotation.enumType()));
        return text ? Kind.TEXT : Kind.OTHER;
    }

    /** Whether it has one feature. */
    boolean isSingle() {
        return kind == Kind.NUMBER || kind == Kind.FLAG;
    }

    /** As messages call it. */
    String inWords() {
        return "column '" + name + "'";
    }

    /** A cell of features, of which the first and their number are known. */
    ParquetCell cell(Type type, int first, int width, Sink sink) {
        ParquetCell.Elements features = (place, value) -> sink.value(first + place, rounded(value));
        return switch (kind) {
            case NUMBER, FLAG -> new ParquetScalar(inWords(), type.asPrimitiveType(), value -> features.put(0, value));
            case LIST -> new ParquetList(inWords(), type, width, features);
            case VECTOR -> new ParquetVector(inWords(), type.asGroupType(), width, features);
            case TEXT, OTHER -> throw new IllegalStateException(inWords() + " is no feature");
        };
    }

    /** Takes features in ascending order. */
    @FunctionalInterface
    interface Sink {
        void value(int feature, float value);
    }

    /** The nearest float, which has to be finite. */
    float rounded(double value) {
        float rounded = (float) value;
        if (!Float.isFinite(rounded)) {
            throw new BadLine(inWords() + " is " + value
                    + (Double.isFinite(value) ? ", which is too large for a float" : ", expected a finite number"));
        }
        return rounded;
    }
}
