package glissade.numeric;

/** Element by element loops over [first, count). */
public final class ScalarSlices {
    private ScalarSlices() {}

    public static void tanhBackward(float[] h, float[] delta, int first, int count) {
        for (int i = first; i < count; i++) {
            delta[i] *= Math.fma(-h[i], h[i], 1f);
        }
    }

    public static void reluBackward(float[] h, float[] delta, int first, int count) {
        for (int i = first; i < count; i++) {
            delta[i] = h[i] > 0f ? delta[i] : 0f;
        }
    }

    public static void sigmoidBackward(float[] h, float[] delta, int first, int count) {
        for (int i = first; i < count; i++) {
            delta[i] *= h[i] * (1f - h[i]);
        }
    }

    public static void scale(float[] x, int xAt, float factor, int first, int count) {
        for (int i = first; i < count; i++) {
            x[xAt + i] *= factor;
        }
    }

    public static void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int first, int count) {
        for (int i = first; i < count; i++) {
            w[wAt + i] = Math.fma(-rate[i], d[dAt + i], w[wAt + i]);
        }
    }

    public static void accumulate(
            float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int first, int count) {
        for (int i = first; i < count; i++) {
            s[sAt + i] = Math.fma(keep[i], s[sAt + i], add[i] * g[gAt + i]);
        }
    }

    public static void accumulateSquares(
            float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int first, int count) {
        for (int i = first; i < count; i++) {
            s[sAt + i] = Math.fma(keep[i], s[sAt + i], add[i] * (g[gAt + i] * g[gAt + i]));
        }
    }

    public static void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int first, int count) {
        for (int i = first; i < count; i++) {
            y[yAt + i] = factor[i] * x[xAt + i];
        }
    }

    public static void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int first, int count) {
        for (int i = first; i < count; i++) {
            y[yAt + i] = Math.fma(factor[i], x[xAt + i], y[yAt + i]);
        }
    }

    public static void divideByRoot(
            float[] x, int xAt, float[] s, int sAt, float[] scale, float[] epsilon, int first, int count) {
        for (int i = first; i < count; i++) {
            x[xAt + i] = x[xAt + i] / ((float) Math.sqrt(scale[i] * s[sAt + i]) + epsilon[i]);
        }
    }

    public static void clip(float[] x, int xAt, float[] bound, int first, int count) {
        for (int i = first; i < count; i++) {
            float low = x[xAt + i] < -bound[i] ? -bound[i] : x[xAt + i];
            x[xAt + i] = low > bound[i] ? bound[i] : low;
        }
    }
}
