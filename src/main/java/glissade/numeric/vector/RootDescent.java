package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The step of Adam and its kin: {@code w = fma(-rate, xScale x / (sqrt(sScale s) + epsilon), w)}. An x that is {@link Faint
 * faint} is taken for 0 where the largest step it can give is nothing beside w: the same result, without the wait.
 */
final class RootDescent {
    private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);
    private static final int L = SPECIES.length();
    private static final float LARGEST_FACTOR = 0x1p10f;
    private static final float LEAST_EPSILON = 0x1p-33f;
    /** Bits of the largest step of something faint, 2^-126 times two factors over epsilon, times 2^26. */
    private static final int HEAVY = Float.floatToRawIntBits(0x1p-47f);

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
        if (areUsual(rate, xScale, epsilon)) {
            descendUnlessFaint(w, wAt, rate, x, xAt, xScale, s, sAt, sScale, epsilon, count);
            return;
        }
        for (int c = 0; c < rate.length; c += L) {
            FloatVector minus = fromArray(SPECIES, rate, c).neg();
            FloatVector xTimes = fromArray(SPECIES, xScale, c);
            FloatVector sTimes = fromArray(SPECIES, sScale, c);
            FloatVector more = fromArray(SPECIES, epsilon, c);
            for (int i = c; i + L <= count; i += rate.length) {
                FloatVector root = sTimes.mul(fromArray(SPECIES, s, sAt + i)).lanewise(VectorOperators.SQRT);
                FloatVector direction =
                        xTimes.mul(fromArray(SPECIES, x, xAt + i)).div(root.add(more));
                minus.fma(direction, fromArray(SPECIES, w, wAt + i)).intoArray(w, wAt + i);
            }
        }
    }

    private static boolean areUsual(float[] rate, float[] xScale, float[] epsilon) {
        boolean usual = true;
        for (int c = 0; c < rate.length; c++) {
            usual &= rate[c] >= 0 && rate[c] <= LARGEST_FACTOR;
            usual &= xScale[c] >= 0 && xScale[c] <= LARGEST_FACTOR;
            usual &= epsilon[c] >= LEAST_EPSILON;
        }
        return usual;
    }

    private static void descendUnlessFaint(
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
            for (int i = c; i + L <= count; i += rate.length) {
                FloatVector place = fromArray(SPECIES, w, wAt + i);
                IntVector bits = fromArray(SPECIES, x, xAt + i).reinterpretAsInts();
                IntVector noStep = IntVector.broadcast(INTS, HEAVY)
                        .sub(place.reinterpretAsInts().and(Faint.SIZE))
                        .and(bits.and(Faint.SIZE).sub(Faint.FULL))
                        .lanewise(VectorOperators.ASHR, Faint.LAST);
                FloatVector felt =
                        bits.lanewise(VectorOperators.AND_NOT, noStep).reinterpretAsFloats();
                FloatVector root = sTimes.mul(fromArray(SPECIES, s, sAt + i)).lanewise(VectorOperators.SQRT);
                minus.fma(xTimes.mul(felt).div(root.add(more)), place).intoArray(w, wAt + i);
            }
        }
    }
}
