package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import glissade.numeric.FeatureEntries;
import jdk.incubator.vector.FloatVector;

/** The gradient of one feature's weights: a chain over the rows that have the feature, a panel of vectors at a time. */
final class SparseGradient {
    private static final int L = SPECIES.length();

    private SparseGradient() {}

    /** Computes all whole vectors of columns. */
    static void columns(
            FeatureEntries entries,
            int[] features,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean compact,
            boolean resume,
            float factor) {
        int[] rows = entries.rows();
        float[] values = entries.values();
        for (int i = from; i < to; i++) {
            int feature = features[i];
            int slot = gradientAt + (compact ? i - from : feature) * stride;
            feature(
                    values,
                    rows,
                    entries.start(feature),
                    entries.end(feature),
                    delta,
                    stride,
                    gradient,
                    slot,
                    resume,
                    factor);
        }
    }

    private static void feature(
            float[] values,
            int[] rows,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] g,
            int slot,
            boolean resume,
            float factor) {
        for (int column = 0; column + L <= stride; ) {
            int panel = Panels.next((stride - column) / L);
            int o = slot + column;
            switch (panel) {
                case 10 -> ten(values, rows, from, to, delta, column, stride, g, o, resume, factor);
                case 8 -> eight(values, rows, from, to, delta, column, stride, g, o, resume, factor);
                case 4 -> four(values, rows, from, to, delta, column, stride, g, o, resume, factor);
                case 2 -> two(values, rows, from, to, delta, column, stride, g, o, resume, factor);
                default -> one(values, rows, from, to, delta, column, stride, g, o, resume, factor);
            }
            column += panel * L;
        }
    }

    private static void ten(
            float[] values,
            int[] rows,
            int from,
            int to,
            float[] delta,
            int column,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector s0 = none;
        FloatVector s1 = none;
        FloatVector s2 = none;
        FloatVector s3 = none;
        FloatVector s4 = none;
        FloatVector s5 = none;
        FloatVector s6 = none;
        FloatVector s7 = none;
        FloatVector s8 = none;
        FloatVector s9 = none;
        // One branch, not ten: each is some nodes more, and this method is near to what the compiler takes.
        if (resume) {
            s0 = fromArray(SPECIES, g, o);
            s1 = fromArray(SPECIES, g, o + L);
            s2 = fromArray(SPECIES, g, o + 2 * L);
            s3 = fromArray(SPECIES, g, o + 3 * L);
            s4 = fromArray(SPECIES, g, o + 4 * L);
            s5 = fromArray(SPECIES, g, o + 5 * L);
            s6 = fromArray(SPECIES, g, o + 6 * L);
            s7 = fromArray(SPECIES, g, o + 7 * L);
            s8 = fromArray(SPECIES, g, o + 8 * L);
            s9 = fromArray(SPECIES, g, o + 9 * L);
        }
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            s0 = x.fma(fromArray(SPECIES, delta, at), s0);
            s1 = x.fma(fromArray(SPECIES, delta, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, delta, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, delta, at + 3 * L), s3);
            s4 = x.fma(fromArray(SPECIES, delta, at + 4 * L), s4);
            s5 = x.fma(fromArray(SPECIES, delta, at + 5 * L), s5);
            s6 = x.fma(fromArray(SPECIES, delta, at + 6 * L), s6);
            s7 = x.fma(fromArray(SPECIES, delta, at + 7 * L), s7);
            s8 = x.fma(fromArray(SPECIES, delta, at + 8 * L), s8);
            s9 = x.fma(fromArray(SPECIES, delta, at + 9 * L), s9);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + L);
        s2.fma(scale, none).intoArray(g, o + 2 * L);
        s3.fma(scale, none).intoArray(g, o + 3 * L);
        s4.fma(scale, none).intoArray(g, o + 4 * L);
        s5.fma(scale, none).intoArray(g, o + 5 * L);
        s6.fma(scale, none).intoArray(g, o + 6 * L);
        s7.fma(scale, none).intoArray(g, o + 7 * L);
        s8.fma(scale, none).intoArray(g, o + 8 * L);
        s9.fma(scale, none).intoArray(g, o + 9 * L);
    }

    private static void eight(
            float[] values,
            int[] rows,
            int from,
            int to,
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
        FloatVector s1 = resume ? fromArray(SPECIES, g, o + L) : none;
        FloatVector s2 = resume ? fromArray(SPECIES, g, o + 2 * L) : none;
        FloatVector s3 = resume ? fromArray(SPECIES, g, o + 3 * L) : none;
        FloatVector s4 = resume ? fromArray(SPECIES, g, o + 4 * L) : none;
        FloatVector s5 = resume ? fromArray(SPECIES, g, o + 5 * L) : none;
        FloatVector s6 = resume ? fromArray(SPECIES, g, o + 6 * L) : none;
        FloatVector s7 = resume ? fromArray(SPECIES, g, o + 7 * L) : none;
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            s0 = x.fma(fromArray(SPECIES, delta, at), s0);
            s1 = x.fma(fromArray(SPECIES, delta, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, delta, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, delta, at + 3 * L), s3);
            s4 = x.fma(fromArray(SPECIES, delta, at + 4 * L), s4);
            s5 = x.fma(fromArray(SPECIES, delta, at + 5 * L), s5);
            s6 = x.fma(fromArray(SPECIES, delta, at + 6 * L), s6);
            s7 = x.fma(fromArray(SPECIES, delta, at + 7 * L), s7);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + L);
        s2.fma(scale, none).intoArray(g, o + 2 * L);
        s3.fma(scale, none).intoArray(g, o + 3 * L);
        s4.fma(scale, none).intoArray(g, o + 4 * L);
        s5.fma(scale, none).intoArray(g, o + 5 * L);
        s6.fma(scale, none).intoArray(g, o + 6 * L);
        s7.fma(scale, none).intoArray(g, o + 7 * L);
    }

    private static void four(
            float[] values,
            int[] rows,
            int from,
            int to,
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
        FloatVector s1 = resume ? fromArray(SPECIES, g, o + L) : none;
        FloatVector s2 = resume ? fromArray(SPECIES, g, o + 2 * L) : none;
        FloatVector s3 = resume ? fromArray(SPECIES, g, o + 3 * L) : none;
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            s0 = x.fma(fromArray(SPECIES, delta, at), s0);
            s1 = x.fma(fromArray(SPECIES, delta, at + L), s1);
            s2 = x.fma(fromArray(SPECIES, delta, at + 2 * L), s2);
            s3 = x.fma(fromArray(SPECIES, delta, at + 3 * L), s3);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + L);
        s2.fma(scale, none).intoArray(g, o + 2 * L);
        s3.fma(scale, none).intoArray(g, o + 3 * L);
    }

    private static void two(
            float[] values,
            int[] rows,
            int from,
            int to,
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
        FloatVector s1 = resume ? fromArray(SPECIES, g, o + L) : none;
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            s0 = x.fma(fromArray(SPECIES, delta, at), s0);
            s1 = x.fma(fromArray(SPECIES, delta, at + L), s1);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + L);
    }

    private static void one(
            float[] values,
            int[] rows,
            int from,
            int to,
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
        for (int entry = from; entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            s0 = x.fma(fromArray(SPECIES, delta, at), s0);
        }
        s0.fma(scale, none).intoArray(g, o);
    }
}
