package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;

/**
 * Dense products in register tiles: four rows of the result by two vectors of columns, or eight by one, so that each loaded
 * weight serves several chains and eight chains run at once.
 */
final class DenseProducts {
    private static final int L = SPECIES.length();

    private DenseProducts() {}

    private static int row(int[] rows, int i) {
        return rows == null ? i : rows[i];
    }

    /** Computes all whole vectors of columns; returns the first column left over. */
    static int forward(
            float[] x, int pitch, int inner, int[] rows, int count, float[] p, int w, int b, int stride, float[] out) {
        int column = 0;
        for (; column + 2 * L <= stride; column += 2 * L) {
            int bias = b < 0 ? -1 : b + column;
            for (int tile = 0; tile < tiles(count, 4); tile++) {
                int i = first(tile, count, 4);
                fourByTwo(x, rows, i, pitch, inner, p, w + column, bias, stride, out, i * stride + column);
            }
            for (int i = 0; i < count && count < 4; i++) {
                oneByTwo(x, row(rows, i) * pitch, inner, p, w + column, bias, stride, out, i * stride + column);
            }
        }
        if (column + L <= stride) {
            int bias = b < 0 ? -1 : b + column;
            for (int tile = 0; tile < tiles(count, 8); tile++) {
                int i = first(tile, count, 8);
                eightByOne(x, rows, i, pitch, inner, p, w + column, bias, stride, out, i * stride + column);
            }
            for (int i = 0; i < count && count < 8; i++) {
                oneByOne(x, row(rows, i) * pitch, inner, p, w + column, bias, stride, out, i * stride + column);
            }
            column += L;
        }
        return column;
    }

    /** Tiles of so many rows; fewer rows than that make none. */
    private static int tiles(int count, int size) {
        return count < size ? 0 : (count + size - 1) / size;
    }

    /** The last tile overlaps the one before where rows do not come out even: the same results again, and no slow rest. */
    private static int first(int tile, int count, int size) {
        return Math.min(tile * size, count - size);
    }

    private static void fourByTwo(
            float[] x,
            int[] rows,
            int i,
            int pitch,
            int inner,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        int x0 = row(rows, i) * pitch;
        int x1 = row(rows, i + 1) * pitch;
        int x2 = row(rows, i + 2) * pitch;
        int x3 = row(rows, i + 3) * pitch;
        FloatVector a0 = b >= 0 ? fromArray(SPECIES, p, b) : zero(SPECIES);
        FloatVector b0 = b >= 0 ? fromArray(SPECIES, p, b + L) : zero(SPECIES);
        FloatVector a1 = a0;
        FloatVector b1 = b0;
        FloatVector a2 = a0;
        FloatVector b2 = b0;
        FloatVector a3 = a0;
        FloatVector b3 = b0;
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector u = fromArray(SPECIES, p, at);
            FloatVector v = fromArray(SPECIES, p, at + L);
            FloatVector y = broadcast(SPECIES, x[x0 + d]);
            a0 = y.fma(u, a0);
            b0 = y.fma(v, b0);
            y = broadcast(SPECIES, x[x1 + d]);
            a1 = y.fma(u, a1);
            b1 = y.fma(v, b1);
            y = broadcast(SPECIES, x[x2 + d]);
            a2 = y.fma(u, a2);
            b2 = y.fma(v, b2);
            y = broadcast(SPECIES, x[x3 + d]);
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

    private static void oneByTwo(
            float[] x, int x0, int inner, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector a0 = b >= 0 ? fromArray(SPECIES, p, b) : zero(SPECIES);
        FloatVector b0 = b >= 0 ? fromArray(SPECIES, p, b + L) : zero(SPECIES);
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector y = broadcast(SPECIES, x[x0 + d]);
            a0 = y.fma(fromArray(SPECIES, p, at), a0);
            b0 = y.fma(fromArray(SPECIES, p, at + L), b0);
        }
        a0.add(0f).intoArray(out, o);
        b0.add(0f).intoArray(out, o + L);
    }

    private static void eightByOne(
            float[] x,
            int[] rows,
            int i,
            int pitch,
            int inner,
            float[] p,
            int w,
            int b,
            int stride,
            float[] out,
            int o) {
        int x0 = row(rows, i) * pitch;
        int x1 = row(rows, i + 1) * pitch;
        int x2 = row(rows, i + 2) * pitch;
        int x3 = row(rows, i + 3) * pitch;
        int x4 = row(rows, i + 4) * pitch;
        int x5 = row(rows, i + 5) * pitch;
        int x6 = row(rows, i + 6) * pitch;
        int x7 = row(rows, i + 7) * pitch;
        FloatVector s0 = b >= 0 ? fromArray(SPECIES, p, b) : zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            FloatVector u = fromArray(SPECIES, p, at);
            s0 = broadcast(SPECIES, x[x0 + d]).fma(u, s0);
            s1 = broadcast(SPECIES, x[x1 + d]).fma(u, s1);
            s2 = broadcast(SPECIES, x[x2 + d]).fma(u, s2);
            s3 = broadcast(SPECIES, x[x3 + d]).fma(u, s3);
            s4 = broadcast(SPECIES, x[x4 + d]).fma(u, s4);
            s5 = broadcast(SPECIES, x[x5 + d]).fma(u, s5);
            s6 = broadcast(SPECIES, x[x6 + d]).fma(u, s6);
            s7 = broadcast(SPECIES, x[x7 + d]).fma(u, s7);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + stride);
        s2.add(0f).intoArray(out, o + 2 * stride);
        s3.add(0f).intoArray(out, o + 3 * stride);
        s4.add(0f).intoArray(out, o + 4 * stride);
        s5.add(0f).intoArray(out, o + 5 * stride);
        s6.add(0f).intoArray(out, o + 6 * stride);
        s7.add(0f).intoArray(out, o + 7 * stride);
    }

    private static void oneByOne(
            float[] x, int x0, int inner, float[] p, int w, int b, int stride, float[] out, int o) {
        FloatVector sum = b >= 0 ? fromArray(SPECIES, p, b) : zero(SPECIES);
        int at = w;
        for (int d = 0; d < inner; d++, at += stride) {
            sum = broadcast(SPECIES, x[x0 + d]).fma(fromArray(SPECIES, p, at), sum);
        }
        sum.add(0f).intoArray(out, o);
    }
}
