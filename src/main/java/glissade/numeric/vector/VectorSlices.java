package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Element by element loops; each returns the first element left over. */
final class VectorSlices {
    private static final int L = SPECIES.length();

    private VectorSlices() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    static int tanh(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            VectorMath.tanh(load(x, i)).intoArray(x, i);
        }
        return i;
    }

    static int sigmoid(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            VectorMath.sigmoid(load(x, i)).intoArray(x, i);
        }
        return i;
    }

    static int relu(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = load(x, i);
            v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(x, i);
        }
        return i;
    }

    static int tanhBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = load(h, i);
            load(delta, i)
                    .mul(v.neg().fma(v, FloatVector.broadcast(SPECIES, 1f)))
                    .intoArray(delta, i);
        }
        return i;
    }

    static int reluBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector zero = FloatVector.zero(SPECIES);
            zero.blend(load(delta, i), load(h, i).compare(VectorOperators.GT, 0f))
                    .intoArray(delta, i);
        }
        return i;
    }

    static int sigmoidBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = load(h, i);
            load(delta, i).mul(v.mul(FloatVector.broadcast(SPECIES, 1f).sub(v))).intoArray(delta, i);
        }
        return i;
    }

    static int biasGradient(float[] delta, int count, int stride, float[] g, int gradientAt, boolean resume) {
        int column = 0;
        for (; column + L <= stride; column += L) {
            FloatVector sum = resume ? load(g, gradientAt + column) : FloatVector.zero(SPECIES);
            for (int i = 0, at = column; i < count; i++, at += stride) {
                sum = sum.add(load(delta, at));
            }
            sum.add(0f).intoArray(g, gradientAt + column);
        }
        return column;
    }

    static int scale(float[] x, int xAt, float factor, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            load(x, xAt + i).mul(factor).intoArray(x, xAt + i);
        }
        return i;
    }

    static int descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            load(rate, i).neg().fma(load(d, dAt + i), load(w, wAt + i)).intoArray(w, wAt + i);
        }
        return i;
    }

    static int accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector added = load(add, i).mul(load(g, gAt + i));
            load(keep, i).fma(load(s, sAt + i), added).intoArray(s, sAt + i);
        }
        return i;
    }

    static int accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector x = load(g, gAt + i);
            FloatVector added = load(add, i).mul(x.mul(x));
            load(keep, i).fma(load(s, sAt + i), added).intoArray(s, sAt + i);
        }
        return i;
    }

    static int scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            load(factor, i).mul(load(x, xAt + i)).intoArray(y, yAt + i);
        }
        return i;
    }

    static int addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            load(factor, i).fma(load(x, xAt + i), load(y, yAt + i)).intoArray(y, yAt + i);
        }
        return i;
    }

    static int divideByRoot(float[] x, int xAt, float[] s, int sAt, float[] scale, float[] epsilon, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector root = load(scale, i).mul(load(s, sAt + i)).lanewise(VectorOperators.SQRT);
            load(x, xAt + i).div(root.add(load(epsilon, i))).intoArray(x, xAt + i);
        }
        return i;
    }

    static int clip(float[] x, int xAt, float[] bound, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector high = load(bound, i);
            FloatVector low = high.neg();
            FloatVector v = load(x, xAt + i);
            v = v.blend(low, v.compare(VectorOperators.LT, low));
            v.blend(high, v.compare(VectorOperators.GT, high)).intoArray(x, xAt + i);
        }
        return i;
    }
}
