package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import glissade.numeric.Elementary;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Softmax with cross-entropy: along the lanes of a cohort, or, for a single lane, with its exponentials along the units. */
final class VectorSoftmax {
    private static final int L = SPECIES.length();

    private VectorSoftmax() {}

    /** Computes all whole vectors of lanes; the first lane left over is {@code width / L * L}. */
    static void lanes(
            float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                int at = i * stride + lane;
                int end = at + units * width;
                int label = at + labels[i] * width;
                int o = i * width + lane;
                shift(z, at, end, width, label, losses, correct, o);
                exponentials(z, at, end, width);
                losses(z, at, end, width, losses, o);
                wrongWithoutLoss(losses, correct, o);
                deltas(z, at, end, width, label);
            }
        }
    }

    /** Takes a row's maximum off its outputs; the loss so far is max - target, and right is a target that was the first maximum. */
    private static void shift(
            float[] z, int at, int end, int width, int label, float[] losses, float[] correct, int o) {
        VectorHeads.largestBefore(z, at, label, width, correct, o);
        FloatVector max = broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int j = at; j < end; j += width) {
            FloatVector x = fromArray(SPECIES, z, j);
            max = max.blend(x, x.compare(VectorOperators.GT, max));
        }
        FloatVector target = fromArray(SPECIES, z, label);
        max.sub(target).intoArray(losses, o);
        VectorMask<Float> right = target.compare(VectorOperators.GE, max)
                .and(target.compare(VectorOperators.GT, fromArray(SPECIES, correct, o)));
        zero(SPECIES).blend(1f, right).intoArray(correct, o);
        for (int j = at; j < end; j += width) {
            fromArray(SPECIES, z, j).sub(max).intoArray(z, j);
        }
    }

    private static void exponentials(float[] z, int at, int end, int width) {
        for (int j = at; j < end; j += width) {
            VectorMath.exp(fromArray(SPECIES, z, j)).intoArray(z, j);
        }
    }

    private static void losses(float[] z, int at, int end, int width, float[] losses, int o) {
        FloatVector sum = zero(SPECIES);
        for (int j = at; j < end; j += width) {
            sum = sum.add(fromArray(SPECIES, z, j));
        }
        VectorMath.log(sum).add(fromArray(SPECIES, losses, o)).intoArray(losses, o);
    }

    private static void wrongWithoutLoss(float[] losses, float[] correct, int o) {
        FloatVector loss = fromArray(SPECIES, losses, o);
        fromArray(SPECIES, correct, o)
                .blend(0f, loss.compare(VectorOperators.NE, loss))
                .intoArray(correct, o);
    }

    /** Sums once more: together with the logarithm it is more than the compiler takes in one method. */
    private static void deltas(float[] z, int at, int end, int width, int label) {
        FloatVector sum = zero(SPECIES);
        for (int j = at; j < end; j += width) {
            sum = sum.add(fromArray(SPECIES, z, j));
        }
        FloatVector inverse = broadcast(SPECIES, 1f).div(sum);
        for (int j = at; j < end; j += width) {
            fromArray(SPECIES, z, j).mul(inverse).intoArray(z, j);
        }
        fromArray(SPECIES, z, label).sub(1f).intoArray(z, label);
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
            VectorMath.exp(fromArray(SPECIES, z, at + c).sub(max)).intoArray(z, at + c);
        }
        for (; c < units; c++) {
            z[at + c] = Elementary.exp(z[at + c] - max);
        }
    }
}
