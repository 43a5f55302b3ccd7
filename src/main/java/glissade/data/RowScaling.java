package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;
import java.util.List;

/** A {@link Scaling} at work, row by row. */
public final class RowScaling implements Serializable {
    static final RowScaling NONE = of(Scaling.NONE, 0);

    private static final long serialVersionUID = 1;

    private final ScalingKind kind;
    /** By feature; null where every feature is divided by the same. */
    private final double[] shifts;

    private final double[] divisors;
    /** What a zero becomes; null where it stays one in every feature. */
    private final float[] ofZero;

    private final double divisor;

    private RowScaling(ScalingKind kind, double[] shifts, double[] divisors, float[] ofZero, double divisor) {
        this.kind = kind;
        this.shifts = shifts;
        this.divisors = divisors;
        this.ofZero = ofZero;
        this.divisor = divisor;
    }

    /** Of rows of so many features. */
    public static RowScaling of(Scaling scaling, int features) {
        if (!scaling.kind().isFitted()) {
            boolean none = scaling.divisors().isEmpty();
            return new RowScaling(
                    scaling.kind(),
                    null,
                    null,
                    null,
                    none ? 1 : scaling.divisors().get(0));
        }
        double[] shifts = array(scaling.shifts());
        double[] divisors = array(scaling.divisors());
        float[] ofZero = new float[features];
        boolean moved = false;
        for (int f = 0; f < features; f++) {
            ofZero[f] = scaled(0f, shifts[f], divisors[f]);
            moved |= ofZero[f] != 0f;
        }
        return new RowScaling(scaling.kind(), shifts, divisors, moved ? ofZero : null, 1);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What it does, in numbers to store. */
    Scaling scaling() {
        return switch (kind) {
            case NONE -> Scaling.NONE;
            case CONSTANT -> Scaling.constant(divisor);
            case STANDARDIZE, MIN_MAX, MAX_ABS -> Scaling.fitted(kind, shifts, divisors);
        };
    }

    private static float scaled(float value, double shift, double divisor) {
        return divisor == 0 ? 0f : (float) ((value - shift) / divisor);
    }

    private float scaled(int feature, float value) {
        return shifts == null ? (float) (value / divisor) : scaled(value, shifts[feature], divisors[feature]);
    }

    /** The same rows, scaled. */
    public Block scaled(Block raw) {
        Rows rows = rows(raw.width());
        rows.add(raw);
        return rows.finish();
    }

    /** Nothing yet, of so many features. */
    public Rows rows(int features) {
        return new Rows(features);
    }

    /** Rows on their way into a block, scaled. */
    public final class Rows {
        private final BlockBuilder rows;

        private Rows(int features) {
            rows = BlockBuilder.sparse(features);
        }

        public void add(Block raw) {
            for (int row = 0; row < raw.rows(); row++) {
                copy(raw, row, rows);
            }
        }

        public Block finish() {
            return rows.build();
        }
    }

    /** Appends a row of a block, scaled in double and rounded once. */
    void copy(Block from, int row, BlockBuilder to) {
        if (!from.isSparse()) {
            copyDense(from, row, to);
        } else if (ofZero == null) {
            for (int entry = from.starts()[row]; entry < from.starts()[row + 1]; entry++) {
                to.value(from.columns()[entry], scaled(from.columns()[entry], from.values()[entry]));
            }
        } else {
            copyFilled(from, row, to);
        }
        to.endRow(from.targets()[row]);
    }

    private void copyDense(Block from, int row, BlockBuilder to) {
        int start = row * from.width();
        for (int column = 0; column < from.width(); column++) {
            to.value(column, scaled(column, from.values()[start + column]));
        }
    }

    /** A sparse row in which zeros become something. */
    private void copyFilled(Block from, int row, BlockBuilder to) {
        int column = 0;
        for (int entry = from.starts()[row]; entry < from.starts()[row + 1]; entry++) {
            for (; column < from.columns()[entry]; column++) {
                to.value(column, ofZero[column]);
            }
            to.value(column, scaled(column, from.values()[entry]));
            column++;
        }
        for (; column < ofZero.length; column++) {
            to.value(column, ofZero[column]);
        }
    }
}
