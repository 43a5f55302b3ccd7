package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The step of Adam and its kin: {@code w = fma(-rate, xScale x / (sqrt(sScale s) + epsilon), w)}. An x that is {@link Faint
 * faint} is taken for 0 where the largest step it can give is nothing beside w: the same result, without the wait.
 */
final class RootDescent {
    private static final int L = SPECIES.length();
    private static final int SIZE = 0x7fffffff;
    private static final int LAST = 31;
    /** Bits of 2^-126, the least number of full precision. */
    private static final int FULL = 0x00800000;
    /** 2^-126 times 2^26: what is less than 2^-26 of a number is less than half of its last bit. */
    private static final float LARGEST_FAINT = 0x1p-100f;

    private RootDescent() {}

    static void descend(
            float[] w,
            int wAt,
            float[] rate,
            float[] x,
            int xAt,
            float[] xScale,
            float[] s,
            int sAt,
            float[] sScale,
            float[] epsilon,
            int count) {
        for (int c = 0; c < rate.length; c += L) {
            FloatVector minus = fromArray(SPECIES, rate, c).neg();
            FloatVector xTimes = fromArray(SPECIES, xScale, c);
            FloatVector sTimes = fromArray(SPECIES, sScale, c);
            FloatVector more = fromArray(SPECIES, epsilon, c);
            // the size of w above which a faint x is no step; for strange constants infinite or NaN, so that no w is
            IntVector light = minus.mul(xTimes.div(more.max(0f)))
                    .mul(LARGEST_FAINT)
                    .reinterpretAsInts()
                    .and(SIZE);
            for (int i = c; i + L <= count; i += rate.length) {
                FloatVector place = fromArray(SPECIES, w, wAt + i);
                IntVector xBits = fromArray(SPECIES, x, xAt + i).reinterpretAsInts();
                IntVector heavy = light.sub(place.reinterpretAsInts().and(SIZE));
                IntVector noStep = xBits.and(SIZE).sub(FULL).and(heavy).lanewise(VectorOperators.ASHR, LAST);
                FloatVector felt =
                        xBits.lanewise(VectorOperators.AND_NOT, noStep).reinterpretAsFloats();
                FloatVector root = sTimes.mul(fromArray(SPECIES, s, sAt + i)).lanewise(VectorOperators.SQRT);
                minus.fma(xTimes.mul(felt).div(root.add(more)), place).intoArray(w, wAt + i);
            }
        }
    }
}
