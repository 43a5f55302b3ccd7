package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import glissade.numeric.FeatureEntries;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link SparseGradient} where some deltas are {@link Faint faint}: the probabilities of a trial that is very sure of itself,
 * and of all its neighbours' chains the processor would wait for. Deltas are lifted by 2^64 and chains run up there, where
 * nothing is faint. That changes no bit as long as what a chain would have been is of full precision. Where it would not,
 * below {@link #LEAST_FULL}, it is rounded to what it would have been: with M that number, of the sum's sign, {@code
 * fma(x, d, s + M) - M} is rounded once, to a multiple of the last bit of M, which is {@link Float#MIN_VALUE} lifted. At the
 * end all is lowered again.
 */
final class LiftedGradient {
    private static final int L = SPECIES.length();
    /** Lifted, a million products of deltas up to this and features up to 2^40 have a finite sum. */
    static final float LARGEST_DELTA = 2f;

    private static final float LIFT = 0x1p64f;
    private static final float LOWER = 0x1p-64f;
    /** {@link Float#MIN_VALUE}, lifted. */
    private static final float LEAST = 0x1p-85f;
    /** {@link Float#MIN_NORMAL}, lifted: from here to its double, floats are multiples of {@link #LEAST}. */
    private static final float LEAST_FULL = 0x1p-62f;

    private static final int LEAST_FULL_BITS = Float.floatToRawIntBits(LEAST_FULL);
    private static final float UNITS = 0x1p23f;
    private static final int UNITS_BITS = 0x4b000000;

    private LiftedGradient() {}

    /** Writes whole vectors of deltas, lifted. */
    static void lift(float[] delta, int count, float[] lifted) {
        for (int i = 0; i + L <= count; i += L) {
            FloatVector d = fromArray(SPECIES, delta, i);
            IntVector bits = d.reinterpretAsInts();
            IntVector size = bits.and(Faint.SIZE);
            VectorMask<Integer> faint = size.compare(VectorOperators.LT, Faint.FULL);
            FloatVector units = size.or(UNITS_BITS).reinterpretAsFloats().sub(UNITS);
            IntVector counted = units.mul(LEAST).reinterpretAsInts().or(bits.and(~Faint.SIZE));
            // what is faint is counted, so that no product waits for it
            FloatVector full = bits.blend(0, faint).reinterpretAsFloats().mul(LIFT);
            full.reinterpretAsInts().blend(counted, faint).reinterpretAsFloats().intoArray(lifted, i);
        }
    }

    /**
     * As {@link SparseGradient#columns}, without resuming. Returns whether that is exact: not so where a full sum sank below
     * {@link #LEAST_FULL}, for then it is no multiple of its bit.
     */
    static boolean columns(
            FeatureEntries entries,
            int[] features,
            int from,
            int to,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean compact,
            float factor) {
        boolean exact = true;
        for (int i = from; i < to; i++) {
            int feature = features[i];
            int slot = gradientAt + (compact ? i - from : feature) * stride;
            int column = 0;
            for (; column + 2 * L <= stride; column += 2 * L) {
                exact &= pair(entries, feature, column, stride, gradient, slot + column);
            }
            if (column + L <= stride) {
                exact &= one(entries, feature, column, stride, gradient, slot + column);
            }
            lower(gradient, slot, slot + stride, factor);
        }
        return exact;
    }

    private static boolean pair(FeatureEntries entries, int feature, int column, int stride, float[] g, int o) {
        float[] values = entries.values();
        int[] rows = entries.rows();
        float[] lifted = entries.lifted();
        int to = entries.end(feature);
        FloatVector s0 = zero(SPECIES);
        FloatVector s1 = zero(SPECIES);
        FloatVector sunk = zero(SPECIES);
        for (int entry = entries.start(feature); entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            FloatVector d0 = fromArray(SPECIES, lifted, at);
            FloatVector next0 = x.fma(d0, s0);
            FloatVector rounder0 =
                    broadcast(SPECIES, LEAST_FULL).blend(-LEAST_FULL, next0.compare(VectorOperators.LT, 0f));
            FloatVector rounded0 = x.fma(d0, s0.add(rounder0)).sub(rounder0);
            VectorMask<Float> light0 = next0.abs().compare(VectorOperators.LT, LEAST_FULL);
            sunk = sunk.max(zero(SPECIES).blend(s0.abs(), light0));
            s0 = next0.blend(rounded0, light0);
            FloatVector d1 = fromArray(SPECIES, lifted, at + L);
            FloatVector next1 = x.fma(d1, s1);
            FloatVector rounder1 =
                    broadcast(SPECIES, LEAST_FULL).blend(-LEAST_FULL, next1.compare(VectorOperators.LT, 0f));
            FloatVector rounded1 = x.fma(d1, s1.add(rounder1)).sub(rounder1);
            VectorMask<Float> light1 = next1.abs().compare(VectorOperators.LT, LEAST_FULL);
            sunk = sunk.max(zero(SPECIES).blend(s1.abs(), light1));
            s1 = next1.blend(rounded1, light1);
        }
        s0.add(0f).intoArray(g, o);
        s1.add(0f).intoArray(g, o + L);
        return !sunk.compare(VectorOperators.GT, LEAST_FULL).anyTrue();
    }

    private static boolean one(FeatureEntries entries, int feature, int column, int stride, float[] g, int o) {
        float[] values = entries.values();
        int[] rows = entries.rows();
        float[] lifted = entries.lifted();
        int to = entries.end(feature);
        FloatVector s0 = zero(SPECIES);
        FloatVector sunk = zero(SPECIES);
        for (int entry = entries.start(feature); entry < to; entry++) {
            FloatVector x = broadcast(SPECIES, values[entry]);
            int at = rows[entry] * stride + column;
            FloatVector d0 = fromArray(SPECIES, lifted, at);
            FloatVector next0 = x.fma(d0, s0);
            FloatVector rounder0 =
                    broadcast(SPECIES, LEAST_FULL).blend(-LEAST_FULL, next0.compare(VectorOperators.LT, 0f));
            FloatVector rounded0 = x.fma(d0, s0.add(rounder0)).sub(rounder0);
            VectorMask<Float> light0 = next0.abs().compare(VectorOperators.LT, LEAST_FULL);
            sunk = sunk.max(zero(SPECIES).blend(s0.abs(), light0));
            s0 = next0.blend(rounded0, light0);
        }
        s0.add(0f).intoArray(g, o);
        return !sunk.compare(VectorOperators.GT, LEAST_FULL).anyTrue();
    }

    /** From lifted sums to means. */
    private static void lower(float[] g, int from, int to, float factor) {
        FloatVector times = broadcast(SPECIES, factor);
        for (int i = from; i + L <= to; i += L) {
            FloatVector s = fromArray(SPECIES, g, i);
            FloatVector mean = s.mul(times);
            VectorMask<Float> light = mean.abs().compare(VectorOperators.LT, LEAST_FULL);
            IntVector counted = s.abs()
                    .fma(times, broadcast(SPECIES, LEAST_FULL))
                    .reinterpretAsInts()
                    .sub(LEAST_FULL_BITS)
                    .or(s.reinterpretAsInts().and(~Faint.SIZE));
            mean.blend(0f, light)
                    .mul(LOWER)
                    .blend(counted.reinterpretAsFloats(), light)
                    .intoArray(g, i);
        }
    }
}
