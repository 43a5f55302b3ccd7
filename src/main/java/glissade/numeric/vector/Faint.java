package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Moments too small for full precision. The average of a gradient that no longer comes fades, and stays at a few units of
 * {@link Float#MIN_VALUE} for good; processors take some hundred cycles for each product with such a number. But the product
 * of k units with a constant c in (0, 1] is {@code c k} rounded to whole units, half to even, and that is what {@code fma(c,
 * k, 2^23)} has in its last 23 bits; and added to something heavy it changes nothing. So here are the same bits without the
 * wait: a little later than by a plain loop where nothing is faint, many times earlier where much is.
 *
 * <p>Choices are made by bits: a mask is all ones in the lanes where something holds.
 */
final class Faint {
    private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
    private static final int L = SPECIES.length();
    static final int SIZE = 0x7fffffff;
    /** 2^23: floats from here to its double are whole numbers, counted by their last 23 bits. */
    private static final float UNITS = 0x1p23f;

    private static final int UNITS_BITS = 0x4b000000;
    static final int LAST = 31;
    /** Bits of 2^-126, the least number of full precision. */
    static final int FULL = 0x00800000;
    /** Bits of 2^-100. What is heavier stays as it is when something faint is added. */
    private static final int HEAVY = 0x0d800000;
    /** The least number of full precision, as {@link #some} orders them: by size, with zero above all. */
    private static final int LEAST_FULL = 0x807fffff;

    /** 2^-126 times 2^26: a step below 2^-26 of a number is less than half of its last bit, wherever it is. */
    static final float LARGEST = 0x1p-100f;

    private Faint() {}

    /** Whether some number of the whole vectors is faint: not zero, and without its first bit. */
    static boolean some(float[] a, int at, int count) {
        IntVector least = IntVector.broadcast(INTS, SIZE);
        for (int i = 0; i + L <= count; i += L) {
            IntVector bits = fromArray(SPECIES, a, at + i).reinterpretAsInts();
            least = least.min(bits.and(SIZE).add(SIZE));
        }
        return least.compare(VectorOperators.LT, LEAST_FULL).anyTrue();
    }

    /** Whether no number of the whole vectors is larger than this. */
    static boolean atMost(float[] a, int count, float largest) {
        IntVector most = IntVector.zero(INTS);
        for (int i = 0; i + L <= count; i += L) {
            most = most.max(fromArray(SPECIES, a, i).reinterpretAsInts().and(SIZE));
        }
        return !most.compare(VectorOperators.GT, Float.floatToRawIntBits(largest))
                .anyTrue();
    }

    /** Whether all constants are in (0, 1]: for others nothing here holds. */
    static boolean keeps(float[] constants) {
        for (float constant : constants) {
            if (!(constant > 0 && constant <= 1)) {
                return false;
            }
        }
        return true;
    }

    /** {@link VectorUpdates#accumulate}. */
    static void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = fromArray(SPECIES, keep, c);
            FloatVector added = fromArray(SPECIES, add, c);
            for (int i = c; i + L <= count; i += keep.length) {
                FloatVector more = added.mul(fromArray(SPECIES, g, gAt + i));
                IntVector bits = fromArray(SPECIES, s, sAt + i).reinterpretAsInts();
                IntVector size = bits.and(SIZE);
                // below the least full number, above 0, and nothing comes: all three are negative
                IntVector quiet = size.sub(FULL)
                        .and(size.neg())
                        .and(more.reinterpretAsInts().and(SIZE).sub(1))
                        .lanewise(VectorOperators.ASHR, LAST);
                FloatVector loud = bits.lanewise(VectorOperators.AND_NOT, quiet).reinterpretAsFloats();
                IntVector sum = kept.fma(loud, more).reinterpretAsInts();
                FloatVector units = size.or(UNITS_BITS).reinterpretAsFloats().sub(UNITS);
                IntVector rounded = kept.fma(units, broadcast(SPECIES, UNITS)).reinterpretAsInts();
                IntVector product = rounded.sub(UNITS_BITS).or(bits.and(~SIZE));
                sum.or(product.and(quiet)).reinterpretAsFloats().intoArray(s, sAt + i);
            }
        }
    }

    /** The parameters' part of {@link VectorUpdates#heavyBall}, before the velocity's. */
    static void descend(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        for (int c = 0; c < mu.length; c += L) {
            FloatVector lost = fromArray(SPECIES, mu, c).neg();
            FloatVector minus = fromArray(SPECIES, rate, c).neg();
            for (int i = c; i + L <= count; i += mu.length) {
                FloatVector place = fromArray(SPECIES, w, wAt + i);
                IntVector bits = fromArray(SPECIES, v, vAt + i).reinterpretAsInts();
                // the velocity is below the least full number, and the place above what could feel it
                IntVector unfelt = bits.and(SIZE)
                        .sub(FULL)
                        .and(place.reinterpretAsInts().and(SIZE).neg().add(HEAVY))
                        .lanewise(VectorOperators.ASHR, LAST);
                FloatVector felt =
                        bits.lanewise(VectorOperators.AND_NOT, unfelt).reinterpretAsFloats();
                minus.fma(fromArray(SPECIES, g, gAt + i), lost.fma(felt, place)).intoArray(w, wAt + i);
            }
        }
    }
}
