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
    private static final int SIZE = 0x7fffffff;
    private static final int ONE = 0x3f800000;
    /** 2^23: floats from here to its double are whole numbers, counted by their last 23 bits. */
    private static final float UNITS = 0x1p23f;

    private static final int UNITS_BITS = 0x4b000000;
    private static final int FRACTION = 23;
    private static final int LAST = 31;
    /** Bits of 2^-100. What is heavier stays as it is when something faint is added. */
    private static final int HEAVY = 0x0d800000;
    /** The least number of full precision, as {@link #some} orders them: by size, with zero above all. */
    private static final int LEAST_FULL = 0x807fffff;

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

    /** {@link VectorUpdates#accumulate}, or {@link VectorUpdates#accumulateSquares} if squares. */
    static void accumulate(
            float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count, boolean squares) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = fromArray(SPECIES, keep, c);
            FloatVector added = fromArray(SPECIES, add, c);
            IntVector keptBits = kept.reinterpretAsInts();
            IntVector strange = keptBits.sub(1)
                    .or(IntVector.broadcast(INTS, ONE).sub(keptBits))
                    .lanewise(VectorOperators.ASHR, LAST);
            for (int i = c; i + L <= count; i += keep.length) {
                FloatVector x = fromArray(SPECIES, g, gAt + i);
                FloatVector more = added.mul(squares ? x.mul(x) : x);
                IntVector bits = fromArray(SPECIES, s, sAt + i).reinterpretAsInts();
                IntVector size = bits.and(SIZE);
                // the exponent is 0 and the number is not; what is added is 0; the constant is in (0, 1]
                IntVector faint = size.sub(1)
                        .lanewise(VectorOperators.LSHR, FRACTION)
                        .sub(1)
                        .lanewise(VectorOperators.ASHR, LAST);
                IntVector nothing = more.reinterpretAsInts().and(SIZE).sub(1).lanewise(VectorOperators.ASHR, LAST);
                IntVector quiet = faint.and(nothing).lanewise(VectorOperators.AND_NOT, strange);
                FloatVector loud = bits.lanewise(VectorOperators.AND_NOT, quiet).reinterpretAsFloats();
                IntVector sum = kept.fma(loud, more).reinterpretAsInts();
                FloatVector units = size.or(UNITS_BITS).reinterpretAsFloats().sub(UNITS);
                IntVector rounded = kept.fma(units, broadcast(SPECIES, UNITS)).reinterpretAsInts();
                IntVector product = rounded.sub(UNITS_BITS).or(bits.and(~SIZE));
                sum.lanewise(VectorOperators.AND_NOT, quiet)
                        .or(product.and(quiet))
                        .reinterpretAsFloats()
                        .intoArray(s, sAt + i);
            }
        }
    }

    /** The parameters' part of {@link VectorUpdates#heavyBall}, before the velocity's. */
    static void descend(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        for (int c = 0; c < mu.length; c += L) {
            FloatVector lost = fromArray(SPECIES, mu, c).neg();
            FloatVector minus = fromArray(SPECIES, rate, c).neg();
            IntVector keptBits = fromArray(SPECIES, mu, c).reinterpretAsInts();
            IntVector strange = keptBits.sub(1)
                    .or(IntVector.broadcast(INTS, ONE).sub(keptBits))
                    .lanewise(VectorOperators.ASHR, LAST);
            for (int i = c; i + L <= count; i += mu.length) {
                FloatVector place = fromArray(SPECIES, w, wAt + i);
                IntVector bits = fromArray(SPECIES, v, vAt + i).reinterpretAsInts();
                IntVector faint = bits.and(SIZE)
                        .sub(1)
                        .lanewise(VectorOperators.LSHR, FRACTION)
                        .sub(1)
                        .lanewise(VectorOperators.ASHR, LAST);
                IntVector heavy = IntVector.broadcast(INTS, HEAVY)
                        .sub(place.reinterpretAsInts().and(SIZE))
                        .lanewise(VectorOperators.ASHR, LAST);
                IntVector unfelt = faint.and(heavy).lanewise(VectorOperators.AND_NOT, strange);
                FloatVector felt =
                        bits.lanewise(VectorOperators.AND_NOT, unfelt).reinterpretAsFloats();
                minus.fma(fromArray(SPECIES, g, gAt + i), lost.fma(felt, place)).intoArray(w, wAt + i);
            }
        }
    }
}
