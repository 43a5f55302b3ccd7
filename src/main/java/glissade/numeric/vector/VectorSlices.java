package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Element by element loops; each returns the first element left over. */
final class VectorSlices {
    private static final int L = SPECIES.length();

    private VectorSlices() {}

    static int tanh(float[] x, int count) {
        tanhNear(x, count);
        return tanhFar(x, count);
    }

    private static void tanhNear(float[] x, int count) {
        for (int i = 0; i + L <= count; i += L) {
            VectorMath.tanhNear(fromArray(SPECIES, x, i)).intoArray(x, i);
        }
    }

    private static int tanhFar(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            VectorMath.tanhFar(fromArray(SPECIES, x, i)).intoArray(x, i);
        }
        return i;
    }

    static int sigmoid(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = fromArray(SPECIES, x, i);
            VectorMath.sigmoid(v, VectorMath.exp(v.abs().neg())).intoArray(x, i);
        }
        return i;
    }

    static int relu(float[] x, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = fromArray(SPECIES, x, i);
            v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(x, i);
        }
        return i;
    }

    static int tanhBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = fromArray(SPECIES, h, i);
            fromArray(SPECIES, delta, i)
                    .mul(v.neg().fma(v, broadcast(SPECIES, 1f)))
                    .intoArray(delta, i);
        }
        return i;
    }

    static int reluBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector zero = zero(SPECIES);
            zero.blend(fromArray(SPECIES, delta, i), fromArray(SPECIES, h, i).compare(VectorOperators.GT, 0f))
                    .intoArray(delta, i);
        }
        return i;
    }

    static int sigmoidBackward(float[] h, float[] delta, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            FloatVector v = fromArray(SPECIES, h, i);
            fromArray(SPECIES, delta, i)
                    .mul(v.mul(broadcast(SPECIES, 1f).sub(v)))
                    .intoArray(delta, i);
        }
        return i;
    }

    static int biasGradient(
            float[] delta, int count, int stride, float[] g, int gradientAt, boolean resume, float factor) {
        int column = 0;
        for (; column + L <= stride; column += L) {
            FloatVector sum = resume ? fromArray(SPECIES, g, gradientAt + column) : zero(SPECIES);
            for (int i = 0, at = column; i < count; i++, at += stride) {
                sum = sum.add(fromArray(SPECIES, delta, at));
            }
            sum.add(0f).mul(factor).intoArray(g, gradientAt + column);
        }
        return column;
    }

    static int scale(float[] x, int xAt, float factor, int count) {
        int i = 0;
        for (; i + L <= count; i += L) {
            fromArray(SPECIES, x, xAt + i).mul(factor).intoArray(x, xAt + i);
        }
        return i;
    }
}
