package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Operations of update rules. Constants repeat with their array's length, a multiple of {@link #L}: for each vector of them,
 * which stays in a register, all the elements that it belongs to. Elements behind the last
 * {@link #whole} vector are left over.
 */
final class VectorUpdates {
    private static final int L = SPECIES.length();

    private VectorUpdates() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    /** The first element behind the last whole vector. */
    static int whole(int count) {
        return count / L * L;
    }

    static void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count) {
        for (int c = 0; c < rate.length; c += L) {
            FloatVector minus = load(rate, c).neg();
            for (int i = c; i + L <= count; i += rate.length) {
                minus.fma(load(d, dAt + i), load(w, wAt + i)).intoArray(w, wAt + i);
            }
        }
    }

    static void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = load(keep, c);
            FloatVector added = load(add, c);
            for (int i = c; i + L <= count; i += keep.length) {
                kept.fma(load(s, sAt + i), added.mul(load(g, gAt + i))).intoArray(s, sAt + i);
            }
        }
    }

    static void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        for (int c = 0; c < keep.length; c += L) {
            FloatVector kept = load(keep, c);
            FloatVector added = load(add, c);
            for (int i = c; i + L <= count; i += keep.length) {
                FloatVector x = load(g, gAt + i);
                kept.fma(load(s, sAt + i), added.mul(x.mul(x))).intoArray(s, sAt + i);
            }
        }
    }

    static void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        for (int c = 0; c < factor.length; c += L) {
            FloatVector times = load(factor, c);
            for (int i = c; i + L <= count; i += factor.length) {
                times.mul(load(x, xAt + i)).intoArray(y, yAt + i);
            }
        }
    }

    static void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        for (int c = 0; c < factor.length; c += L) {
            FloatVector times = load(factor, c);
            for (int i = c; i + L <= count; i += factor.length) {
                times.fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
            }
        }
    }

    static void clip(float[] x, int xAt, float[] bound, int count) {
        for (int c = 0; c < bound.length; c += L) {
            FloatVector high = load(bound, c);
            FloatVector low = high.neg();
            for (int i = c; i + L <= count; i += bound.length) {
                FloatVector v = load(x, xAt + i);
                v = v.blend(low, v.compare(VectorOperators.LT, low));
                v.blend(high, v.compare(VectorOperators.GT, high)).intoArray(x, xAt + i);
            }
        }
    }

    static void heavyBall(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        for (int c = 0; c < mu.length; c += L) {
            FloatVector kept = load(mu, c);
            FloatVector lost = kept.neg();
            FloatVector step = load(rate, c);
            FloatVector minus = step.neg();
            for (int i = c; i + L <= count; i += mu.length) {
                FloatVector velocity = load(v, vAt + i);
                FloatVector slope = load(g, gAt + i);
                minus.fma(slope, lost.fma(velocity, load(w, wAt + i))).intoArray(w, wAt + i);
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
        for (int c = 0; c < keepMean.length; c += L) {
            FloatVector meanKept = load(keepMean, c);
            FloatVector meanAdded = load(addMean, c);
            FloatVector squareKept = load(keepSquare, c);
            FloatVector squareAdded = load(addSquare, c);
            for (int i = c; i + L <= count; i += keepMean.length) {
                FloatVector x = load(g, gAt + i);
                meanKept.fma(load(m, at + i), meanAdded.mul(x)).intoArray(m, at + i);
                squareKept.fma(load(s, at + i), squareAdded.mul(x.mul(x))).intoArray(s, at + i);
            }
        }
    }

    static void descendByRoot(
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
            FloatVector minus = load(rate, c).neg();
            FloatVector xTimes = load(xScale, c);
            FloatVector sTimes = load(sScale, c);
            FloatVector more = load(epsilon, c);
            for (int i = c; i + L <= count; i += rate.length) {
                FloatVector root = sTimes.mul(load(s, sAt + i)).lanewise(VectorOperators.SQRT);
                FloatVector direction = xTimes.mul(load(x, xAt + i)).div(root.add(more));
                minus.fma(direction, load(w, wAt + i)).intoArray(w, wAt + i);
            }
        }
    }
}
