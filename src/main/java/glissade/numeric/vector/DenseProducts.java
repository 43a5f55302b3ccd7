package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Dense products in register tiles: four rows of the result by two vectors of columns, so that each loaded weight serves
 * four chains and eight chains run at once.
 */
final class DenseProducts {
    private static final int L = SPECIES.length();

    private DenseProducts() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    private static FloatVector start(float[] a, int at, boolean present) {
        return present ? load(a, at) : FloatVector.zero(SPECIES);
    }

    private static int row(int[] rows, int i) {
        return rows == null ? i : rows[i];
    }

    /** Computes all whole vectors of columns; returns the first column left over. */
    static int forward(
            float[] x, int pitch, int inner, int[] rows, int count, float[] p, int w, int b, int stride, float[] out) {
        int column = 0;
        for (; column + 2 * L <= stride; column += 2 * L) {
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                forwardFourByTwo(
                        x,
                        row(rows, i) * pitch,
                        row(rows, i + 1) * pitch,
                        row(rows, i + 2) * pitch,
                        row(rows, i + 3) * pitch,
                        inner,
                        p,
                        w + column,
                        b < 0 ? -1 : b + column,
                        stride,
                        out,
                        i * stride + column);
            }
            for (; i < count; i++) {
                forwardOneByTwo(
                        x,
                        row(rows, i) * pitch,
                        inner,
                        p,
                        w + column,
                        b < 0 ? -1 : b + column,
                        stride,
                        out,
                        i * stride + column);
            }
        }
        if (column + L <= stride) {
            int i = 0;
            for (; i + 4 <= count; i += 4) {
                forwardFourByOne(
                        x,
                        row(rows, i) * pitch,
                        row(rows, i + 1) * pitch,
                        row(rows, i + 2) * pitch,
                        row(rows, i + 3) * pitch,
                        inner,
                        p,
                        w + column,
                        b < 0 ? -1 : b + column,
                        stride,
                        out,
                        i * stride + column);
            }
            for (; i < count; i++) {
                forwardOneByOne(
                        x,
                        row(rows, i) * pitch,
                        inner,
                        p,
                        w + column,
                        b < 0 ? -1 : b + column,
                        stride,
                        out,
                        i * stride + column);
            }
            column += L;
        }
        return column;
    }

    private static void forwardFourByTwo(
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int inner,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        FloatVector a0 = start(p, b, b >= 0);
        FloatVector b0 = start(p, b + L, b >= 0);
        FloatVector a1 = a0;
        FloatVector b1 = b0;
        FloatVector a2 = a0;
        FloatVector b2 = b0;
        FloatVector a3 = a0;
        FloatVector b3 = b0;
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector u = load(p, at);
            FloatVector v = load(p, at + L);
            FloatVector y = FloatVector.broadcast(SPECIES, x[x0 + d]);
            a0 = y.fma(u, a0);
            b0 = y.fma(v, b0);
            y = FloatVector.broadcast(SPECIES, x[x1 + d]);
            a1 = y.fma(u, a1);
            b1 = y.fma(v, b1);
            y = FloatVector.broadcast(SPECIES, x[x2 + d]);
            a2 = y.fma(u, a2);
            b2 = y.fma(v, b2);
            y = FloatVector.broadcast(SPECIES, x[x3 + d]);
            a3 = y.fma(u, a3);
            b3 = y.fma(v, b3);
        }
        a0.add(0f).intoArray(out, o);
        b0.add(0f).intoArray(out, o + L);
        a1.add(0f).intoArray(out, o + stride);
        b1.add(0f).intoArray(out, o + stride + L);
        a2.add(0f).intoArray(out, o + 2 * stride);
        b2.add(0f).intoArray(out, o + 2 * stride + L);
        a3.add(0f).intoArray(out, o + 3 * stride);
        b3.add(0f).intoArray(out, o + 3 * stride + L);
    }

    private static void forwardOneByTwo(
            float[] x, int x0, int inner, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector a0 = start(p, b, b >= 0);
        FloatVector b0 = start(p, b + L, b >= 0);
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector y = FloatVector.broadcast(SPECIES, x[x0 + d]);
            a0 = y.fma(load(p, at), a0);
            b0 = y.fma(load(p, at + L), b0);
        }
        a0.add(0f).intoArray(out, o);
        b0.add(0f).intoArray(out, o + L);
    }

    private static void forwardFourByOne(
            float[] x,
            int x0,
            int x1,
            int x2,
            int x3,
            int inner,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        FloatVector a0 = start(p, b, b >= 0);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector u = load(p, at);
            a0 = FloatVector.broadcast(SPECIES, x[x0 + d]).fma(u, a0);
            a1 = FloatVector.broadcast(SPECIES, x[x1 + d]).fma(u, a1);
            a2 = FloatVector.broadcast(SPECIES, x[x2 + d]).fma(u, a2);
            a3 = FloatVector.broadcast(SPECIES, x[x3 + d]).fma(u, a3);
        }
        a0.add(0f).intoArray(out, o);
        a1.add(0f).intoArray(out, o + stride);
        a2.add(0f).intoArray(out, o + 2 * stride);
        a3.add(0f).intoArray(out, o + 3 * stride);
    }

    private static void forwardOneByOne(
            float[] x, int x0, int inner, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector sum = start(p, b, b >= 0);
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            sum = FloatVector.broadcast(SPECIES, x[x0 + d]).fma(load(p, at), sum);
        }
        sum.add(0f).intoArray(out, o);
    }
}
