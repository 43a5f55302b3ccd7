package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * One CSR row times a weight matrix, with 8, 4, 2 or 1 vectors of columns in registers. Columns go in panels of eight
 * vectors over all rows of the batch, so that a wide layer's weights are walked while they are in cache.
 */
final class SparseForward {
    private static final int L = SPECIES.length();

    private SparseForward() {}

    /** Computes all whole vectors of columns; returns the first column left over. */
    static int columns(
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
        for (; column + 8 * L <= stride; column += 8 * L) {
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                eight(
                        values,
                        columns,
                        starts[row],
                        starts[row + 1],
                        p,
                        weightsAt + column,
                        biasesAt + column,
                        stride,
                        out,
                        i * stride + column);
            }
        }
        if (column + 4 * L <= stride) {
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                four(
                        values,
                        columns,
                        starts[row],
                        starts[row + 1],
                        p,
                        weightsAt + column,
                        biasesAt + column,
                        stride,
                        out,
                        i * stride + column);
            }
            column += 4 * L;
        }
        if (column + 2 * L <= stride) {
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                two(
                        values,
                        columns,
                        starts[row],
                        starts[row + 1],
                        p,
                        weightsAt + column,
                        biasesAt + column,
                        stride,
                        out,
                        i * stride + column);
            }
            column += 2 * L;
        }
        if (column + L <= stride) {
            for (int i = 0; i < count; i++) {
                int row = rows[i];
                one(
                        values,
                        columns,
                        starts[row],
                        starts[row + 1],
                        p,
                        weightsAt + column,
                        biasesAt + column,
                        stride,
                        out,
                        i * stride + column);
            }
            column += L;
        }
        return column;
    }

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    private static void eight(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector s0 = load(p, b);
        FloatVector s1 = load(p, b + L);
        FloatVector s2 = load(p, b + 2 * L);
        FloatVector s3 = load(p, b + 3 * L);
        FloatVector s4 = load(p, b + 4 * L);
        FloatVector s5 = load(p, b + 5 * L);
        FloatVector s6 = load(p, b + 6 * L);
        FloatVector s7 = load(p, b + 7 * L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = FloatVector.broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(load(p, at), s0);
            s1 = x.fma(load(p, at + L), s1);
            s2 = x.fma(load(p, at + 2 * L), s2);
            s3 = x.fma(load(p, at + 3 * L), s3);
            s4 = x.fma(load(p, at + 4 * L), s4);
            s5 = x.fma(load(p, at + 5 * L), s5);
            s6 = x.fma(load(p, at + 6 * L), s6);
            s7 = x.fma(load(p, at + 7 * L), s7);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + L);
        s2.add(0f).intoArray(out, o + 2 * L);
        s3.add(0f).intoArray(out, o + 3 * L);
        s4.add(0f).intoArray(out, o + 4 * L);
        s5.add(0f).intoArray(out, o + 5 * L);
        s6.add(0f).intoArray(out, o + 6 * L);
        s7.add(0f).intoArray(out, o + 7 * L);
    }

    private static void four(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector s0 = load(p, b);
        FloatVector s1 = load(p, b + L);
        FloatVector s2 = load(p, b + 2 * L);
        FloatVector s3 = load(p, b + 3 * L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = FloatVector.broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(load(p, at), s0);
            s1 = x.fma(load(p, at + L), s1);
            s2 = x.fma(load(p, at + 2 * L), s2);
            s3 = x.fma(load(p, at + 3 * L), s3);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + L);
        s2.add(0f).intoArray(out, o + 2 * L);
        s3.add(0f).intoArray(out, o + 3 * L);
    }

    private static void two(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector s0 = load(p, b);
        FloatVector s1 = load(p, b + L);
        for (int entry = from; entry < to; entry++) {
            FloatVector x = FloatVector.broadcast(SPECIES, values[entry]);
            int at = w + columns[entry] * stride;
            s0 = x.fma(load(p, at), s0);
            s1 = x.fma(load(p, at + L), s1);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + L);
    }

    private static void one(
            float[] values, int[] columns, int from, int to, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector sum = load(p, b);
        for (int entry = from; entry < to; entry++) {
            sum = FloatVector.broadcast(SPECIES, values[entry]).fma(load(p, w + columns[entry] * stride), sum);
        }
        sum.add(0f).intoArray(out, o);
    }
}
