package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.FloatVector.zero;

import jdk.incubator.vector.FloatVector;

/** Hidden-layer products of a cohort: lane k of the result sees lane k of the operands only, up to four chains at once. */
final class LaneProducts {
    private static final int L = SPECIES.length();

    private LaneProducts() {}

    /** Each of these computes all whole vectors of lanes; the first lane left over is {@code width / L * L}. */
    static void forward(
            float[] x,
            int inputStride,
            int inner,
            int count,
            float[] p,
            int w,
            int b,
            int stride,
            int units,
            int width,
            float[] out) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                int c = 0;
                for (; c + 4 <= units; c += 4) {
                    int column = c * width + lane;
                    forwardFour(
                            x,
                            i * inputStride + lane,
                            inner,
                            p,
                            w + column,
                            b + column,
                            stride,
                            width,
                            out,
                            i * stride + column);
                }
                for (; c < units; c++) {
                    int column = c * width + lane;
                    forwardOne(
                            x,
                            i * inputStride + lane,
                            inner,
                            p,
                            w + column,
                            b + column,
                            stride,
                            width,
                            out,
                            i * stride + column);
                }
            }
        }
    }

    private static void forwardFour(
            float[] x, int from, int inner, float[] p, int w, int b, int stride, int width, float[] out, int o) {
        FloatVector s0 = fromArray(SPECIES, p, b);
        FloatVector s1 = fromArray(SPECIES, p, b + width);
        FloatVector s2 = fromArray(SPECIES, p, b + 2 * width);
        FloatVector s3 = fromArray(SPECIES, p, b + 3 * width);
        int at = w;
        int xAt = from;
        for (int u = 0; u < inner; u++, at += stride, xAt += width) {
            FloatVector y = fromArray(SPECIES, x, xAt);
            s0 = y.fma(fromArray(SPECIES, p, at), s0);
            s1 = y.fma(fromArray(SPECIES, p, at + width), s1);
            s2 = y.fma(fromArray(SPECIES, p, at + 2 * width), s2);
            s3 = y.fma(fromArray(SPECIES, p, at + 3 * width), s3);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + width);
        s2.add(0f).intoArray(out, o + 2 * width);
        s3.add(0f).intoArray(out, o + 3 * width);
    }

    private static void forwardOne(
            float[] x, int from, int inner, float[] p, int w, int b, int stride, int width, float[] out, int o) {
        FloatVector sum = fromArray(SPECIES, p, b);
        int at = w;
        int xAt = from;
        for (int u = 0; u < inner; u++, at += stride, xAt += width) {
            sum = fromArray(SPECIES, x, xAt).fma(fromArray(SPECIES, p, at), sum);
        }
        sum.add(0f).intoArray(out, o);
    }

    static void backward(
            float[] delta,
            int stride,
            int units,
            int count,
            float[] p,
            int w,
            int outUnits,
            int outStride,
            int width,
            float[] out) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                int u = 0;
                for (; u + 4 <= outUnits; u += 4) {
                    backwardFour(
                            delta,
                            i * stride + lane,
                            units,
                            p,
                            w + u * stride + lane,
                            stride,
                            width,
                            out,
                            i * outStride + u * width + lane);
                }
                for (; u < outUnits; u++) {
                    backwardOne(
                            delta,
                            i * stride + lane,
                            units,
                            p,
                            w + u * stride + lane,
                            width,
                            out,
                            i * outStride + u * width + lane);
                }
            }
        }
    }

    private static void backwardFour(
            float[] delta, int from, int units, float[] p, int w, int stride, int width, float[] out, int o) {
        FloatVector s0 = zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int at = w;
        int deltaAt = from;
        for (int c = 0; c < units; c++, at += width, deltaAt += width) {
            FloatVector y = fromArray(SPECIES, delta, deltaAt);
            s0 = y.fma(fromArray(SPECIES, p, at), s0);
            s1 = y.fma(fromArray(SPECIES, p, at + stride), s1);
            s2 = y.fma(fromArray(SPECIES, p, at + 2 * stride), s2);
            s3 = y.fma(fromArray(SPECIES, p, at + 3 * stride), s3);
        }
        s0.add(0f).intoArray(out, o);
        s1.add(0f).intoArray(out, o + width);
        s2.add(0f).intoArray(out, o + 2 * width);
        s3.add(0f).intoArray(out, o + 3 * width);
    }

    private static void backwardOne(
            float[] delta, int from, int units, float[] p, int w, int width, float[] out, int o) {
        FloatVector sum = zero(SPECIES);
        int at = w;
        int deltaAt = from;
        for (int c = 0; c < units; c++, at += width, deltaAt += width) {
            sum = fromArray(SPECIES, delta, deltaAt).fma(fromArray(SPECIES, p, at), sum);
        }
        sum.add(0f).intoArray(out, o);
    }

    static void gradient(
            float[] x,
            int inputStride,
            int from,
            int to,
            int count,
            float[] delta,
            int stride,
            int units,
            int width,
            float[] g,
            int gradientAt,
            boolean resume,
            float factor) {
        for (int u = from; u < to; u++) {
            for (int lane = 0; lane + L <= width; lane += L) {
                int slot = gradientAt + (u - from) * stride + lane;
                int c = 0;
                for (; c + 4 <= units; c += 4) {
                    gradientFour(
                            x,
                            u * width + lane,
                            inputStride,
                            count,
                            delta,
                            c * width + lane,
                            stride,
                            width,
                            g,
                            slot + c * width,
                            resume,
                            factor);
                }
                for (; c < units; c++) {
                    gradientOne(
                            x,
                            u * width + lane,
                            inputStride,
                            count,
                            delta,
                            c * width + lane,
                            stride,
                            g,
                            slot + c * width,
                            resume,
                            factor);
                }
            }
        }
    }

    private static void gradientFour(
            float[] x,
            int xFrom,
            int inputStride,
            int count,
            float[] delta,
            int deltaFrom,
            int stride,
            int width,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector s0 = resume ? fromArray(SPECIES, g, o) : none;
        FloatVector s1 = resume ? fromArray(SPECIES, g, o + width) : none;
        FloatVector s2 = resume ? fromArray(SPECIES, g, o + 2 * width) : none;
        FloatVector s3 = resume ? fromArray(SPECIES, g, o + 3 * width) : none;
        int xAt = xFrom;
        int at = deltaFrom;
        for (int i = 0; i < count; i++, xAt += inputStride, at += stride) {
            FloatVector y = fromArray(SPECIES, x, xAt);
            s0 = y.fma(fromArray(SPECIES, delta, at), s0);
            s1 = y.fma(fromArray(SPECIES, delta, at + width), s1);
            s2 = y.fma(fromArray(SPECIES, delta, at + 2 * width), s2);
            s3 = y.fma(fromArray(SPECIES, delta, at + 3 * width), s3);
        }
        s0.fma(scale, none).intoArray(g, o);
        s1.fma(scale, none).intoArray(g, o + width);
        s2.fma(scale, none).intoArray(g, o + 2 * width);
        s3.fma(scale, none).intoArray(g, o + 3 * width);
    }

    private static void gradientOne(
            float[] x,
            int xFrom,
            int inputStride,
            int count,
            float[] delta,
            int deltaFrom,
            int stride,
            float[] g,
            int o,
            boolean resume,
            float factor) {
        FloatVector none = zero(SPECIES);
        FloatVector scale = broadcast(SPECIES, factor);
        FloatVector sum = resume ? fromArray(SPECIES, g, o) : none;
        int xAt = xFrom;
        int at = deltaFrom;
        for (int i = 0; i < count; i++, xAt += inputStride, at += stride) {
            sum = fromArray(SPECIES, x, xAt).fma(fromArray(SPECIES, delta, at), sum);
        }
        sum.fma(scale, none).intoArray(g, o);
    }
}
