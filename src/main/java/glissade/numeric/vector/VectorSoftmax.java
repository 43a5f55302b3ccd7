package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import glissade.numeric.Elementary;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Softmax with cross-entropy: along the lanes of a cohort, or, for a single lane, with its exponentials along the units. */
final class VectorSoftmax {
    private static final int L = SPECIES.length();

    private VectorSoftmax() {}

    private static FloatVector load(float[] a, int at) {
        return FloatVector.fromArray(SPECIES, a, at);
    }

    /**
     * Computes all whole vectors of lanes; the first lane left over is {@code width / L * L}.
     *
     * <p>In three methods that hand each other numbers in {@code losses} and {@code correct}, as a vector handed over would
     * be allocated, and as one method with both exp and log in it is too large for C2 to take in whole.
     */
    static void lanes(
            float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                int at = i * stride + lane;
                int label = at + labels[i] * width;
                maxima(z, at, at + units * width, width, label, losses, correct, i * width + lane);
                probabilities(z, at, at + units * width, width, label, losses, correct, i * width + lane);
            }
        }
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                loss(losses, correct, i * width + lane);
            }
        }
    }

    /** {@code losses} becomes the largest logit, {@code correct} the largest of those before the label's. */
    private static void maxima(
            float[] z, int at, int end, int width, int label, float[] losses, float[] correct, int o) {
        FloatVector max = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int j = at; j < label; j += width) {
            FloatVector x = FloatVector.fromArray(SPECIES, z, j);
            max = max.blend(x, x.compare(VectorOperators.GT, max));
        }
        max.intoArray(correct, o);
        for (int j = label; j < end; j += width) {
            FloatVector x = FloatVector.fromArray(SPECIES, z, j);
            max = max.blend(x, x.compare(VectorOperators.GT, max));
        }
        max.intoArray(losses, o);
    }

    /** z becomes p - y, {@code losses} the margin, {@code correct} the sum of exponentials, negative where wrong. */
    private static void probabilities(
            float[] z, int at, int end, int width, int label, float[] losses, float[] correct, int o) {
        FloatVector max = FloatVector.fromArray(SPECIES, losses, o);
        FloatVector target = FloatVector.fromArray(SPECIES, z, label);
        VectorMask<Float> right = target.compare(VectorOperators.GE, max)
                .and(target.compare(VectorOperators.GT, FloatVector.fromArray(SPECIES, correct, o)));
        max.sub(target).intoArray(losses, o);
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int j = at; j < end; j += width) {
            FloatVector e = VectorMath.exp(FloatVector.fromArray(SPECIES, z, j).sub(max));
            e.intoArray(z, j);
            sum = sum.add(e);
        }
        sum.neg().blend(sum, right).intoArray(correct, o);
        FloatVector inverse = FloatVector.broadcast(SPECIES, 1f).div(sum);
        for (int j = at; j < end; j += width) {
            FloatVector.fromArray(SPECIES, z, j).mul(inverse).intoArray(z, j);
        }
        FloatVector.fromArray(SPECIES, z, label).sub(1f).intoArray(z, label);
    }

    /** {@code log(sum) + margin}; a sum is at least 1, or NaN. */
    private static void loss(float[] losses, float[] correct, int o) {
        FloatVector sum = FloatVector.fromArray(SPECIES, correct, o);
        FloatVector loss = VectorMath.log(sum.abs()).add(FloatVector.fromArray(SPECIES, losses, o));
        loss.intoArray(losses, o);
        VectorMask<Float> right =
                sum.compare(VectorOperators.GT, 0f).and(loss.compare(VectorOperators.EQ, loss));
        FloatVector.zero(SPECIES).blend(1f, right).intoArray(correct, o);
    }

    /** A single lane: chains over units stay scalar, the exponentials of a row run along its units. */
    static void solo(float[] z, int stride, int units, int[] labels, int count, float[] losses, float[] correct) {
        for (int i = 0; i < count; i++) {
            int at = i * stride;
            int label = at + labels[i];
            float before = maximum(z, at, label, Float.NEGATIVE_INFINITY);
            float max = maximum(z, label, at + units, before);
            float target = z[label];
            exponentials(z, at, units, max);
            float sum = 0f;
            for (int c = at; c < at + units; c++) {
                sum += z[c];
            }
            float loss = Elementary.log(sum) + (max - target);
            losses[i] = loss;
            correct[i] = !Float.isNaN(loss) && target >= max && target > before ? 1f : 0f;
            float inverse = 1f / sum;
            for (int c = at; c < at + units; c++) {
                z[c] *= inverse;
            }
            z[label] -= 1f;
        }
    }

    private static float maximum(float[] z, int from, int to, float least) {
        float max = least;
        for (int c = from; c < to; c++) {
            max = z[c] > max ? z[c] : max;
        }
        return max;
    }

    private static void exponentials(float[] z, int at, int units, float max) {
        int c = 0;
        for (; c + L <= units; c += L) {
            VectorMath.exp(load(z, at + c).sub(max)).intoArray(z, at + c);
        }
        for (; c < units; c++) {
            z[at + c] = Elementary.exp(z[at + c] - max);
        }
    }
}
