package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;

/**
 * CSR rows times a weight matrix, with a panel of up to ten vectors of columns in registers. A panel goes over all rows of
 * the batch before the next one does, so that a wide layer's weights are walked while they are in cache.
 */
final class SparseForward {
    private static final int L = SPECIES.length();

    private SparseForward() {}

    /** Computes all whole vectors of columns. */
    static void columns(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] p,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out) {
        int column = 0;
        while (column + L <= stride) {
            int panel = Panels.next((stride - column) / L);
            int first = 0;
            if (panel == 1) {
                first = fourRows(
                        values,
                        columns,
                        starts,
                        rows,
                        count,
                        p,
                        weightsAt + column,
                        biasesAt + column,
                        stride,
                        out,
                        column);
            }
            for (int i = first; i < count; i++) {
                int from = starts[rows[i]];
                int to = starts[rows[i] + 1];
                int w = weightsAt + column;
                int b = biasesAt + column;
                int o = i * stride + column;
                switch (panel) {
                    case 10 -> ten(values, columns, from, to, p, w, b, stride, out, o);
                    case 8 -> eight(values, columns, from, to, p, w, b, stride, out, o);
                    case 4 -> four(values, columns, from, to, p, w, b, stride, out, o);
                    case 2 -> two(values, columns, from, to, p, w, b, stride, out, o);
                    default -> one(values, columns, from, to, p, w, b, stride, out, o);
                }
            }
            column += panel * L;
        }
    }

    /** One vector of columns is a single chain: four rows at a time keep the processor busy. Returns the first row left. */
    private static int fourRows(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int r0 = rows[i];
            int r1 = rows[i + 1];
            int r2 = rows[i + 2];
            int r3 = rows[i + 3];
            int at = i * stride + o;
            int length = Math.min(
                    Math.min(starts[r0 + 1] - starts[r0], starts[r1 + 1] - starts[r1]),
                    Math.min(starts[r2 + 1] - starts[r2], starts[r3 + 1] - starts[r3]));
            beginnings(
                    values, columns, starts[r0], starts[r1], starts[r2], starts[r3], length, p, w, b, stride, out, at);
            rest(values, columns, starts[r0] + length, starts[r0 + 1], p, w, stride, out, at);
            rest(values, columns, starts[r1] + length, starts[r1 + 1], p, w, stride, out, at + stride);
            rest(values, columns, starts[r2] + length, starts[r2 + 1], p, w, stride, out, at + 2 * stride);
            rest(values, columns, starts[r3] + length, starts[r3 + 1], p, w, stride, out, at + 3 * stride);
        }
        return i;
    }

    private static void beginnings(
            float[] values,
            int[] columns,
            int from0,
            int from1,
            int from2,
            int from3,
            int length,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < length; i++) {
            s0 = broadcast(SPECIES, values[from0 + i]).fma(fromArray(SPECIES, p, w + columns[from0 + i] * stride), s0);
            s1 = broadcast(SPECIES, values[from1 + i]).fma(fromArray(SPECIES, p, w + columns[from1 + i] * stride), s1);
            s2 = broadcast(SPECIES, values[from2 + i]).fma(fromArray(SPECIES, p, w + columns[from2 + i] * stride), s2);
            s3 = broadcast(SPECIES, values[from3 + i]).fma(fromArray(SPECIES, p, w + columns[from3 + i] * stride), s3);
        }
        s0.intoArray(out, o);
        s1.intoArray(out, o + stride);
        s2.intoArray(out, o + 2 * stride);
        s3.intoArray(out, o + 3 * stride);
    }

    private static void rest(
            float[] values, int[] columns, int from, int to, float[] p, int w, int stride, float[] out, int o) {
        FloatVector sum = fromArray(SPECIES, out, o);
        for (int entry = from; entry < to; entry++) {
            sum = broadcast(SPECIES, values[entry]).fma(fromArray(SPECIES, p, w + columns[entry] * stride), sum);
        }
        sum.add(0f).intoArray(out, o);
    }

    private static void ten(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector none = zero(SPECIES);
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = fromArray(SPECIES, p, b + L);
        FloatVector s2 = fromArray(SPECIES, p, b + 2 * L);
        FloatVector s3 = fromArray(SPECIES, p, b + 3 * L);
        FloatVector s4 = fromArray(SPECIES, p, b + 4 * L);
        FloatVector s5 = fromArray(SPECIES, p, b + 5 * L);
        FloatVector s6 = fromArray(SPECIES, p, b + 6 * L);
        FloatVector s7 = fromArray(SPECIES, p, b + 7 * L);
        FloatVector s8 = fromArray(SPECIES, p, b + 8 * L);
        FloatVector s9 = fromArray(SPECIES, p, b + 9 * L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(fromArray(SPECIES, p, at), s0);
            s1 = x.fma(fromArray(SPECIES, p, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, p, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, p, at + 3 * L), s3);
            s4 = x.fma(fromArray(SPECIES, p, at + 4 * L), s4);
            s5 = x.fma(fromArray(SPECIES, p, at + 5 * L), s5);
            s6 = x.fma(fromArray(SPECIES, p, at + 6 * L), s6);
            s7 = x.fma(fromArray(SPECIES, p, at + 7 * L), s7);
            s8 = x.fma(fromArray(SPECIES, p, at + 8 * L), s8);
            s9 = x.fma(fromArray(SPECIES, p, at + 9 * L), s9);
        }
        s0.add(none).intoArray(out, o);
        s1.add(none).intoArray(out, o + L);
        s2.add(none).intoArray(out, o + 2 * L);
        s3.add(none).intoArray(out, o + 3 * L);
        s4.add(none).intoArray(out, o + 4 * L);
        s5.add(none).intoArray(out, o + 5 * L);
        s6.add(none).intoArray(out, o + 6 * L);
        s7.add(none).intoArray(out, o + 7 * L);
        s8.add(none).intoArray(out, o + 8 * L);
        s9.add(none).intoArray(out, o + 9 * L);
    }

    private static void eight(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector none = zero(SPECIES);
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = fromArray(SPECIES, p, b + L);
        FloatVector s2 = fromArray(SPECIES, p, b + 2 * L);
        FloatVector s3 = fromArray(SPECIES, p, b + 3 * L);
        FloatVector s4 = fromArray(SPECIES, p, b + 4 * L);
        FloatVector s5 = fromArray(SPECIES, p, b + 5 * L);
        FloatVector s6 = fromArray(SPECIES, p, b + 6 * L);
        FloatVector s7 = fromArray(SPECIES, p, b + 7 * L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(fromArray(SPECIES, p, at), s0);
            s1 = x.fma(fromArray(SPECIES, p, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, p, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, p, at + 3 * L), s3);
            s4 = x.fma(fromArray(SPECIES, p, at + 4 * L), s4);
            s5 = x.fma(fromArray(SPECIES, p, at + 5 * L), s5);
            s6 = x.fma(fromArray(SPECIES, p, at + 6 * L), s6);
            s7 = x.fma(fromArray(SPECIES, p, at + 7 * L), s7);
        }
        s0.add(none).intoArray(out, o);
        s1.add(none).intoArray(out, o + L);
        s2.add(none).intoArray(out, o + 2 * L);
        s3.add(none).intoArray(out, o + 3 * L);
        s4.add(none).intoArray(out, o + 4 * L);
        s5.add(none).intoArray(out, o + 5 * L);
        s6.add(none).intoArray(out, o + 6 * L);
        s7.add(none).intoArray(out, o + 7 * L);
    }

    private static void four(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector none = zero(SPECIES);
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = fromArray(SPECIES, p, b + L);
        FloatVector s2 = fromArray(SPECIES, p, b + 2 * L);
        FloatVector s3 = fromArray(SPECIES, p, b + 3 * L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(fromArray(SPECIES, p, at), s0);
            s1 = x.fma(fromArray(SPECIES, p, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, p, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, p, at + 3 * L), s3);
        }
        s0.add(none).intoArray(out, o);
        s1.add(none).intoArray(out, o + L);
        s2.add(none).intoArray(out, o + 2 * L);
        s3.add(none).intoArray(out, o + 3 * L);
    }

    private static void two(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector none = zero(SPECIES);
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = fromArray(SPECIES, p, b + L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(fromArray(SPECIES, p, at), s0);
            s1 = x.fma(fromArray(SPECIES, p, at + L), s1);
        }
        s0.add(none).intoArray(out, o);
        s1.add(none).intoArray(out, o + L);
    }

    private static void one(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector none = zero(SPECIES);
        FloatVector s0 = fromArray(SPECIES, p, b);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(fromArray(SPECIES, p, at), s0);
        }
        s0.add(none).intoArray(out, o);
    }
}
