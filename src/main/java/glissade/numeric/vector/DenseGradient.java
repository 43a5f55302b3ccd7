package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;

/** Transposed dense products in register tiles: four features by two vectors of columns, or eight by
 * one, chains over the batch's rows. */
final class DenseGradient {
    private static final int L = SPECIES.length();

    private DenseGradient() {}

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
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector a0 = resume ? fromArray(SPECIES, g, o) : none;
        FloatVector b0 = resume ? fromArray(SPECIES, g, o + L) : none;
        FloatVector a1 = resume ? fromArray(SPECIES, g, o + stride) : none;
        FloatVector b1 = resume ? fromArray(SPECIES, g, o + stride + L) : none;
        FloatVector a2 = resume ? fromArray(SPECIES, g, o + 2 * stride) : none;
        FloatVector b2 = resume ? fromArray(SPECIES, g, o + 2 * stride + L) : none;
        FloatVector a3 = resume ? fromArray(SPECIES, g, o + 3 * stride) : none;
        FloatVector b3 = resume ? fromArray(SPECIES, g, o + 3 * stride + L) : none;
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            int from = row(rows, i) * pitch + feature;
            FloatVector u = fromArray(SPECIES, delta, at);
            FloatVector v = fromArray(SPECIES, delta, at + L);
            FloatVector y = broadcast(SPECIES, x[from]);
            a0 = y.fma(u, a0);
            b0 = y.fma(v, b0);
            y = broadcast(SPECIES, x[from + 1]);
            a1 = y.fma(u, a1);
            b1 = y.fma(v, b1);
            y = broadcast(SPECIES, x[from + 2]);
            a2 = y.fma(u, a2);
            b2 = y.fma(v, b2);
            y = broadcast(SPECIES, x[from + 3]);
            a3 = y.fma(u, a3);
            b3 = y.fma(v, b3);
        }
        a0.fma(scale, none).intoArray(g, o);
        b0.fma(scale, none).intoArray(g, o + L);
        a1.fma(scale, none).intoArray(g, o + stride);
        b1.fma(scale, none).intoArray(g, o + stride + L);
        a2.fma(scale, none).intoArray(g, o + 2 * stride);
        b2.fma(scale, none).intoArray(g, o + 2 * stride + L);
        a3.fma(scale, none).intoArray(g, o + 3 * stride);
        b3.fma(scale, none).intoArray(g, o + 3 * stride + L);
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
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector s0 = resume ? fromArray(SPECIES, g, o) : none;
        FloatVector s1 = resume ? fromArray(SPECIES, g, o + stride) : none;
        FloatVector s2 = resume ? fromArray(SPECIES, g, o + 2 * stride) : none;
        FloatVector s3 = resume ? fromArray(SPECIES, g, o + 3 * stride) : none;
        FloatVector s4 = resume ? fromArray(SPECIES, g, o + 4 * stride) : none;
        FloatVector s5 = resume ? fromArray(SPECIES, g, o + 5 * stride) : none;
        FloatVector s6 = resume ? fromArray(SPECIES, g, o + 6 * stride) : none;
        FloatVector s7 = resume ? fromArray(SPECIES, g, o + 7 * stride) : none;
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            int from = row(rows, i) * pitch + feature;
            FloatVector u = fromArray(SPECIES, delta, at);
            s0 = broadcast(SPECIES, x[from]).fma(u, s0);
            s1 = broadcast(SPECIES, x[from + 1]).fma(u, s1);
            s2 = broadcast(SPECIES, x[from + 2]).fma(u, s2);
            s3 = broadcast(SPECIES, x[from + 3]).fma(u, s3);
            s4 = broadcast(SPECIES, x[from + 4]).fma(u, s4);
            s5 = broadcast(SPECIES, x[from + 5]).fma(u, s5);
            s6 = broadcast(SPECIES, x[from + 6]).fma(u, s6);
            s7 = broadcast(SPECIES, x[from + 7]).fma(u, s7);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + stride);
        s2.fma(scale, none).intoArray(g, o + 2 * stride);
        s3.fma(scale, none).intoArray(g, o + 3 * stride);
        s4.fma(scale, none).intoArray(g, o + 4 * stride);
        s5.fma(scale, none).intoArray(g, o + 5 * stride);
        s6.fma(scale, none).intoArray(g, o + 6 * stride);
        s7.fma(scale, none).intoArray(g, o + 7 * stride);
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
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector sum = resume ? fromArray(SPECIES, g, o) : none;
        int at = column;
        for (int i = 0; i < count; i++, at += stride) {
            sum = broadcast(SPECIES, x[row(rows, i) * pitch + feature]).fma(fromArray(SPECIES, delta, at), sum);
        }
        sum.fma(scale, none).intoArray(g, o);
    }
}
