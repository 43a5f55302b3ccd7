package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Operations of update rules. Constants repeat with their array's length, a multiple of {@link #L}: for each vector of them,
 * which stays in a register, all the elements that it belongs to. Elements behind the last
 * {@link #whole} vector are left over.
 *
 * <p>What is met late, such as something faint, is told apart in a small method of its own: when it first comes, the JVM
 * throws away the code that never saw it, and that must not be a loop.
 */
final class VectorUpdates {
    private static final int L = SPECIES.length();

    /** 2^-75: the square of anything smaller is 0, and to find that out takes the processor long. */
    private static final float UNSEEN = 0x1p-75f;

    private VectorUpdates() {}

    /** The first element behind the last whole vector. */
    static int whole(int count) {
        return count / L * L;
    }

    /** A {@link Faint faint} d is taken for 0 where its step is nothing beside w. */
    static void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count) {
        for (int c = 0; c < rate.length; c += L) {
            FloatVector minus = fromArray(SPECIES, rate, c).neg();
            IntVector light = minus.mul(Faint.LARGEST).reinterpretAsInts().and(Faint.SIZE);
            for (int i = c; i + L <= count; i += rate.length) {
                FloatVector place = fromArray(SPECIES, w, wAt + i);
                IntVector bits = fromArray(SPECIES, d, dAt + i).reinterpretAsInts();
                IntVector noStep = light.sub(place.reinterpretAsInts().and(Faint.SIZE))
                        .and(bits.and(Faint.SIZE).sub(Faint.FULL))
                        .lanewise(VectorOperators.ASHR, Faint.LAST);
                FloatVector felt =
                        bits.lanewise(VectorOperators.AND_NOT, noStep).reinterpretAsFloats();
                minus.fma(felt, place).intoArray(w, wAt + i);
            }
        }
    }

    static void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        if (Faint.some(s, sAt, count) && Faint.keeps(keep)) {
            Faint.accumulate(s, sAt, keep, g, gAt, add, count);
        } else {
            accumulateFull(s, sAt, keep, g, gAt, add, count);
        }
    }

    private static void accumulateFull(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = fromArray(SPECIES, keep, c);
            FloatVector added = fromArray(SPECIES, add, c);
            for (int i = c; i + L <= count; i += keep.length) {
                kept.fma(fromArray(SPECIES, s, sAt + i), added.mul(fromArray(SPECIES, g, gAt + i)))
                        .intoArray(s, sAt + i);
            }
        }
    }

    static void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = fromArray(SPECIES, keep, c);
            FloatVector added = fromArray(SPECIES, add, c);
            for (int i = c; i + L <= count; i += keep.length) {
                FloatVector x = fromArray(SPECIES, g, gAt + i);
                FloatVector seen = x.blend(0f, x.abs().compare(VectorOperators.LT, UNSEEN));
                kept.fma(fromArray(SPECIES, s, sAt + i), added.mul(seen.mul(seen)))
                        .intoArray(s, sAt + i);
            }
        }
    }

    static void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        for (int c = 0; c < factor.length; c += L) {
            FloatVector times = fromArray(SPECIES, factor, c);
            for (int i = c; i + L <= count; i += factor.length) {
                times.mul(fromArray(SPECIES, x, xAt + i)).intoArray(y, yAt + i);
            }
        }
    }

    static void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        for (int c = 0; c < factor.length; c += L) {
            FloatVector times = fromArray(SPECIES, factor, c);
            for (int i = c; i + L <= count; i += factor.length) {
                times.fma(fromArray(SPECIES, x, xAt + i), fromArray(SPECIES, y, yAt + i))
                        .intoArray(y, yAt + i);
            }
        }
    }

    static void clip(float[] x, int xAt, float[] bound, int count) {
        for (int c = 0; c < bound.length; c += L) {
            FloatVector high = fromArray(SPECIES, bound, c);
            FloatVector low = high.neg();
            for (int i = c; i + L <= count; i += bound.length) {
                FloatVector v = fromArray(SPECIES, x, xAt + i);
                v = v.blend(low, v.compare(VectorOperators.LT, low));
                v.blend(high, v.compare(VectorOperators.GT, high)).intoArray(x, xAt + i);
            }
        }
    }

    static void heavyBall(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        if (Faint.some(v, vAt, count) && Faint.keeps(mu)) {
            Faint.descend(w, wAt, v, vAt, g, gAt, mu, rate, count);
            Faint.accumulate(v, vAt, mu, g, gAt, rate, count);
        } else {
            heavyBallFull(w, wAt, v, vAt, g, gAt, mu, rate, count);
        }
    }

    private static void heavyBallFull(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        for (int c = 0; c < mu.length; c += L) {
            FloatVector kept = fromArray(SPECIES, mu, c);
            FloatVector lost = kept.neg();
            FloatVector step = fromArray(SPECIES, rate, c);
            FloatVector minus = step.neg();
            for (int i = c; i + L <= count; i += mu.length) {
                FloatVector velocity = fromArray(SPECIES, v, vAt + i);
                FloatVector slope = fromArray(SPECIES, g, gAt + i);
                minus.fma(slope, lost.fma(velocity, fromArray(SPECIES, w, wAt + i)))
                        .intoArray(w, wAt + i);
                kept.fma(velocity, step.mul(slope)).intoArray(v, vAt + i);
            }
        }
    }

    static void accumulateMoments(
            float[] m,
            float[] s,
            int at,
            float[] keepMean,
            float[] addMean,
            float[] keepSquare,
            float[] addSquare,
            float[] g,
            int gAt,
            int count) {
        if (Faint.some(m, at, count) && Faint.keeps(keepMean)) {
            Faint.accumulate(m, at, keepMean, g, gAt, addMean, count);
            accumulateSquares(s, at, keepSquare, g, gAt, addSquare, count);
        } else {
            accumulateMomentsFull(m, s, at, keepMean, addMean, keepSquare, addSquare, g, gAt, count);
        }
    }

    private static void accumulateMomentsFull(
            float[] m,
            float[] s,
            int at,
            float[] keepMean,
            float[] addMean,
            float[] keepSquare,
            float[] addSquare,
            float[] g,
            int gAt,
            int count) {
        for (int c = 0; c < keepMean.length; c += L) {
            FloatVector meanKept = fromArray(SPECIES, keepMean, c);
            FloatVector meanAdded = fromArray(SPECIES, addMean, c);
            FloatVector squareKept = fromArray(SPECIES, keepSquare, c);
            FloatVector squareAdded = fromArray(SPECIES, addSquare, c);
            for (int i = c; i + L <= count; i += keepMean.length) {
                FloatVector x = fromArray(SPECIES, g, gAt + i);
                FloatVector seen = x.blend(0f, x.abs().compare(VectorOperators.LT, UNSEEN));
                meanKept.fma(fromArray(SPECIES, m, at + i), meanAdded.mul(x)).intoArray(m, at + i);
                squareKept
                        .fma(fromArray(SPECIES, s, at + i), squareAdded.mul(seen.mul(seen)))
                        .intoArray(s, at + i);
            }
        }
    }
}
