package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Losses other than softmax along the lanes of a cohort: all whole vectors of lanes. */
final class VectorHeads {
    private static final int L = SPECIES.length();

    private VectorHeads() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    static void binary(float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                binaryLoss(z, i * stride + lane, targets[i] > 0.5f, losses, correct, i * width + lane);
                binarySlope(z, i * stride + lane, targets[i]);
            }
        }
    }

    private static void binaryLoss(float[] z, int at, boolean positive, float[] losses, float[] correct, int o) {
        FloatVector x = load(z, at);
        VectorMask<Float> predicted = x.compare(VectorOperators.GT, 0f);
        VectorMask<Float> right = positive ? predicted : predicted.not().and(x.compare(VectorOperators.EQ, x));
        FloatVector.zero(SPECIES).blend(1f, right).intoArray(correct, o);
        VectorMath.softplus(positive ? x.neg() : x).intoArray(losses, o);
    }

    private static void binarySlope(float[] z, int at, float target) {
        VectorMath.sigmoid(load(z, at)).sub(target).intoArray(z, at);
    }

    static void squared(float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                FloatVector error = load(z, i * stride + lane).sub(targets[i]);
                error.mul(error).intoArray(losses, i * width + lane);
                error.mul(slope).intoArray(z, i * stride + lane);
            }
        }
    }

    static void squaredClasses(
            float[] z,
            int stride,
            int units,
            int width,
            int[] labels,
            float slope,
            int count,
            float[] losses,
            float[] correct) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                squaredRow(z, i * stride + lane, units, width, labels[i], slope, losses, correct, i * width + lane);
            }
        }
    }

    private static void squaredRow(
            float[] z, int at, int units, int width, int label, float slope, float[] losses, float[] correct, int o) {
        FloatVector target = load(z, at + label * width);
        FloatVector before = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector max = before;
        FloatVector loss = FloatVector.zero(SPECIES);
        for (int c = 0, j = at; c < units; c++, j += width) {
            FloatVector x = load(z, j);
            before = c == label ? max : before;
            max = max.blend(x, x.compare(VectorOperators.GT, max));
            FloatVector error = c == label ? x.sub(1f) : x;
            loss = error.fma(error, loss);
            error.mul(slope).intoArray(z, j);
        }
        loss.intoArray(losses, o);
        VectorMask<Float> right = loss.compare(VectorOperators.EQ, loss)
                .and(target.compare(VectorOperators.GE, max))
                .and(target.compare(VectorOperators.GT, before));
        FloatVector.zero(SPECIES).blend(1f, right).intoArray(correct, o);
    }
}
