package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Transposed dense products in register tiles: four features by two vectors of columns, or eight by
 * one, chains over the batch's rows. */
final class DenseGradient {
    private static final int L = SPECIES.length();

    private DenseGradient() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    private static FloatVector start(float[] g, int at, boolean resume) {
        return resume ? load(g, at) : FloatVector.zero(SPECIES);
    }

    private static int row(int[] rows, int i) {
        return rows == null ? i : rows[i];
    }

    /** Computes all whole vectors of columns; returns the first column left over. */
    static int columns(
            float[] x,
            int pitch,
            int[] rows,
            int count,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] g,
            int gradientAt,
            boolean resume,
            float factor) {
        int paired = stride / (2 * L) * 2 * L;
        int feature = from;
        for (; feature + 4 <= to; feature += 4) {
            int slot = gradientAt + (feature - from) * stride;
            for (int column = 0; column < paired; column += 2 * L) {
                fourByTwo(x, pitch, rows, count, feature, delta, column, stride, g, slot + column, resume, factor);
            }
        }
        for (; feature < to; feature++) {
            int slot = gradientAt + (feature - from) * stride;
            for (int column = 0; column < paired; column += L) {
                one(x, pitch, rows, count, feature, delta, column, stride, g, slot + column, resume, factor);
            }
        }
        if (paired + L <= stride) {
            lastColumn(x, pitch, rows, count, from, to, delta, paired, stride, g, gradientAt + paired, resume, factor);
        }
        return stride / L * L;
    }

    /** A last vector of columns by itself: eight features at a time. */
    private static void lastColumn(
            float[] x,
            int pitch,
            int[] rows,
            int count,
            int from,
            int to,
            float[] delta,
            int column,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        int feature = from;
        for (; feature + 8 <= to; feature += 8) {
            int slot = o + (feature - from) * stride;
            eightByOne(x, pitch, rows, count, feature, delta, column, stride, g, slot, resume, factor);
        }
        for (; feature < to; feature++) {
            int slot = o + (feature - from) * stride;
            one(x, pitch, rows, count, feature, delta, column, stride, g, slot, resume, factor);
        }
    }

    private static void fourByTwo(
            float[] x,
            int pitch,
            int[] rows,
            int count,
            int feature,
            float[] delta,
            int column,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector a0 = start(g, o, resume);
        FloatVector b0 = start(g, o + L, resume);
        FloatVector a1 = start(g, o + stride, resume);
        FloatVector b1 = start(g, o + stride + L, resume);
        FloatVector a2 = start(g, o + 2 * stride, resume);
        FloatVector b2 = start(g, o + 2 * stride + L, resume);
        FloatVector a3 = start(g, o + 3 * stride, resume);
        FloatVector b3 = start(g, o + 3 * stride + L, resume);
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            int from = row(rows, i) * pitch + feature;
            FloatVector u = load(delta, at);
            FloatVector v = load(delta, at + L);
            FloatVector y = FloatVector.broadcast(SPECIES, x[from]);
            a0 = y.fma(u, a0);
            b0 = y.fma(v, b0);
            y = FloatVector.broadcast(SPECIES, x[from + 1]);
            a1 = y.fma(u, a1);
            b1 = y.fma(v, b1);
            y = FloatVector.broadcast(SPECIES, x[from + 2]);
            a2 = y.fma(u, a2);
            b2 = y.fma(v, b2);
            y = FloatVector.broadcast(SPECIES, x[from + 3]);
            a3 = y.fma(u, a3);
            b3 = y.fma(v, b3);
        }
        a0.add(0f).mul(factor).intoArray(g, o);
        b0.add(0f).mul(factor).intoArray(g, o + L);
        a1.add(0f).mul(factor).intoArray(g, o + stride);
        b1.add(0f).mul(factor).intoArray(g, o + stride + L);
        a2.add(0f).mul(factor).intoArray(g, o + 2 * stride);
        b2.add(0f).mul(factor).intoArray(g, o + 2 * stride + L);
        a3.add(0f).mul(factor).intoArray(g, o + 3 * stride);
        b3.add(0f).mul(factor).intoArray(g, o + 3 * stride + L);
    }

    private static void eightByOne(
            float[] x,
            int pitch,
            int[] rows,
            int count,
            int feature,
            float[] delta,
            int column,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector s0 = start(g, o, resume);
        FloatVector s1 = start(g, o + stride, resume);
        FloatVector s2 = start(g, o + 2 * stride, resume);
        FloatVector s3 = start(g, o + 3 * stride, resume);
        FloatVector s4 = start(g, o + 4 * stride, resume);
        FloatVector s5 = start(g, o + 5 * stride, resume);
        FloatVector s6 = start(g, o + 6 * stride, resume);
        FloatVector s7 = start(g, o + 7 * stride, resume);
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            int from = row(rows, i) * pitch + feature;
            FloatVector u = load(delta, at);
            s0 = FloatVector.broadcast(SPECIES, x[from]).fma(u, s0);
            s1 = FloatVector.broadcast(SPECIES, x[from + 1]).fma(u, s1);
            s2 = FloatVector.broadcast(SPECIES, x[from + 2]).fma(u, s2);
            s3 = FloatVector.broadcast(SPECIES, x[from + 3]).fma(u, s3);
            s4 = FloatVector.broadcast(SPECIES, x[from + 4]).fma(u, s4);
            s5 = FloatVector.broadcast(SPECIES, x[from + 5]).fma(u, s5);
            s6 = FloatVector.broadcast(SPECIES, x[from + 6]).fma(u, s6);
            s7 = FloatVector.broadcast(SPECIES, x[from + 7]).fma(u, s7);
        }
        s0.add(0f).mul(factor).intoArray(g, o);
        s1.add(0f).mul(factor).intoArray(g, o + stride);
        s2.add(0f).mul(factor).intoArray(g, o + 2 * stride);
        s3.add(0f).mul(factor).intoArray(g, o + 3 * stride);
        s4.add(0f).mul(factor).intoArray(g, o + 4 * stride);
        s5.add(0f).mul(factor).intoArray(g, o + 5 * stride);
        s6.add(0f).mul(factor).intoArray(g, o + 6 * stride);
        s7.add(0f).mul(factor).intoArray(g, o + 7 * stride);
    }

    private static void one(
            float[] x,
            int pitch,
            int[] rows,
            int count,
            int feature,
            float[] delta,
            int column,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector sum = start(g, o, resume);
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            sum = FloatVector.broadcast(SPECIES, x[row(rows, i) * pitch + feature])
                    .fma(load(delta, at), sum);
        }
        sum.add(0f).mul(factor).intoArray(g, o);
    }
}
