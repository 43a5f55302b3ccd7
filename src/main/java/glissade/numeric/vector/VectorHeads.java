package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Losses other than softmax along the lanes of a cohort: all whole vectors of lanes. */
final class VectorHeads {
    private static final int L = SPECIES.length();

    private VectorHeads() {}

    static void binary(float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                binaryRight(z, i * stride + lane, targets[i] > 0.5f, losses, correct, i * width + lane);
                binaryLoss(z, i * stride + lane, targets[i], losses, i * width + lane);
            }
        }
    }

    /**
     * With y = z where the target is 0 and -z where it is 1 the loss is softplus(y); right is y <= 0, that is y below the
     * least float, or y < 0. No vector depends on a branch, as C2 would allocate where branches meet. The loss so far is
     * exp(-|y|).
     */
    private static void binaryRight(float[] z, int at, boolean positive, float[] losses, float[] correct, int o) {
        FloatVector y = fromArray(SPECIES, z, at).mul(positive ? -1f : 1f);
        VectorMask<Float> right = y.compare(VectorOperators.LT, positive ? 0f : Float.MIN_VALUE);
        zero(SPECIES).blend(1f, right).intoArray(correct, o);
        VectorMath.exp(y.abs().neg()).intoArray(losses, o);
    }

    private static void binaryLoss(float[] z, int at, float target, float[] losses, int o) {
        FloatVector v = fromArray(SPECIES, z, at);
        FloatVector e = fromArray(SPECIES, losses, o);
        VectorMath.softplus(v.mul(target > 0.5f ? -1f : 1f), e).intoArray(losses, o);
        VectorMath.sigmoid(v, e).sub(target).intoArray(z, at);
    }

    static void squared(float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                FloatVector error = fromArray(SPECIES, z, i * stride + lane).sub(targets[i]);
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

    /**
     * The largest output before the label's goes to {@code correct}. It stays in memory all along: where a loop may have no turn
     * at all, some JVMs make an object of a vector that it would change.
     */
    static void largestBefore(float[] z, int at, int label, int width, float[] correct, int o) {
        broadcast(SPECIES, Float.NEGATIVE_INFINITY).intoArray(correct, o);
        for (int j = at; j < label; j += width) {
            FloatVector x = fromArray(SPECIES, z, j);
            FloatVector max = fromArray(SPECIES, correct, o);
            max.blend(x, x.compare(VectorOperators.GT, max)).intoArray(correct, o);
        }
    }

    private static void squaredRow(
            float[] z, int at, int units, int width, int label, float slope, float[] losses, float[] correct, int o) {
        FloatVector target = fromArray(SPECIES, z, at + label * width);
        largestBefore(z, at, at + label * width, width, correct, o);
        FloatVector max = broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        FloatVector loss = zero(SPECIES);
        for (int c = 0, j = at; c < units; c++, j += width) {
            FloatVector x = fromArray(SPECIES, z, j);
            max = max.blend(x, x.compare(VectorOperators.GT, max));
            FloatVector error = x.sub(c == label ? 1f : 0f);
            loss = error.fma(error, loss);
            error.mul(slope).intoArray(z, j);
        }
        loss.intoArray(losses, o);
        VectorMask<Float> right = loss.compare(VectorOperators.EQ, loss)
                .and(target.compare(VectorOperators.GE, max))
                .and(target.compare(VectorOperators.GT, fromArray(SPECIES, correct, o)));
        zero(SPECIES).blend(1f, right).intoArray(correct, o);
    }
}
