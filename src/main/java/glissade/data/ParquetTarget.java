package glissade.data;

import glissade.data.ParquetColumn.Kind;
import java.util.Arrays;
import org.apache.parquet.schema.Type;

/** The target of the row that Parquet is handing over. */
final class ParquetTarget {
    private static final byte[] NOT_WHOLE = Utf8.bytes("0.5");
    private static final int SMALL = 256;

    private final ParquetColumn column;
    private final TargetCode code;
    private final ParquetCell cell;
    /** Codes of small numbers, found once; NaN where none was met. */
    private final float[] small = new float[SMALL];

    private float value;

    ParquetTarget(ParquetColumn column, Type type, TargetCode code) {
        this.column = column;
        this.code = code;
        Arrays.fill(small, Float.NaN);
        boolean classes = !code.classNames().isEmpty();
        cell = column.kind() == Kind.NUMBER
                ? new ParquetScalar(
                        column.inWords(),
                        type.asPrimitiveType(),
                        number -> value = classes ? code(number) : column.rounded(number))
                : new ParquetScalar(column.inWords(), text -> value = code.code(text, 0, text.length));
    }

    ParquetCell cell() {
        return cell;
    }

    float value() {
        return value;
    }

    private float code(double number) {
        boolean isSmall = number >= 0 && number < SMALL && number == (int) number;
        if (isSmall && !Float.isNaN(small[(int) number])) {
            return small[(int) number];
        }
        byte[] label = label(column, number);
        float found = code.code(label, 0, label.length);
        if (isSmall) {
            small[(int) number] = found;
        }
        return found;
    }

    /** A cell whose values are only counted. */
    static ParquetCell tallied(ParquetColumn column, Type type, TargetTally tally, boolean mayBeValue) {
        return column.kind() == Kind.NUMBER
                ? new ParquetScalar(column.inWords(), type.asPrimitiveType(), number -> {
                    boolean whole = column.rounded(number) == number && isWhole(number);
                    byte[] label = whole || !mayBeValue ? label(column, number) : NOT_WHOLE;
                    tally.add(label, 0, label.length);
                })
                : new ParquetScalar(column.inWords(), text -> tally.add(text, 0, text.length));
    }

    private static boolean isWhole(double number) {
        return number == (long) number;
    }

    private static byte[] label(ParquetColumn column, double number) {
        if (!isWhole(number)) {
            throw new BadLine("the target, " + column.inWords() + ", is " + number
                    + ", expected a whole number for a class (data.task = value if it is none)");
        }
        return Utf8.bytes(Long.toString((long) number));
    }
}
