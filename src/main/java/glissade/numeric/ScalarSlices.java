package glissade.numeric;

/** Element by element loops over [first, count); constants repeat with their array's length. */
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
            w[wAt + i] = Math.fma(-rate[i % rate.length], d[dAt + i], w[wAt + i]);
        }
    }

    public static void accumulate(
            float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int first, int count) {
        for (int i = first; i < count; i++) {
            int c = i % keep.length;
            s[sAt + i] = Math.fma(keep[c], s[sAt + i], add[c] * g[gAt + i]);
        }
    }

    public static void accumulateSquares(
            float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int first, int count) {
        for (int i = first; i < count; i++) {
            int c = i % keep.length;
            s[sAt + i] = Math.fma(keep[c], s[sAt + i], add[c] * (g[gAt + i] * g[gAt + i]));
        }
    }

    public static void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int first, int count) {
        for (int i = first; i < count; i++) {
            y[yAt + i] = factor[i % factor.length] * x[xAt + i];
        }
    }

    public static void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int first, int count) {
        for (int i = first; i < count; i++) {
            y[yAt + i] = Math.fma(factor[i % factor.length], x[xAt + i], y[yAt + i]);
        }
    }

    public static void clip(float[] x, int xAt, float[] bound, int first, int count) {
        for (int i = first; i < count; i++) {
            float high = bound[i % bound.length];
            float low = x[xAt + i] < -high ? -high : x[xAt + i];
            x[xAt + i] = low > high ? high : low;
        }
    }

    public static void heavyBall(
            float[] w,
            int wAt,
            float[] v,
            int vAt,
            float[] g,
            int gAt,
            float[] mu,
            float[] rate,
            int first,
            int count) {
        for (int i = first; i < count; i++) {
            int c = i % mu.length;
            float velocity = v[vAt + i];
            float slope = g[gAt + i];
            w[wAt + i] = Math.fma(-rate[c], slope, Math.fma(-mu[c], velocity, w[wAt + i]));
            v[vAt + i] = Math.fma(mu[c], velocity, rate[c] * slope);
        }
    }

    public static void accumulateMoments(
            float[] m,
            float[] s,
            int at,
            float[] keepMean,
            float[] addMean,
            float[] keepSquare,
            float[] addSquare,
            float[] g,
            int gAt,
            int first,
            int count) {
        for (int i = first; i < count; i++) {
            int c = i % keepMean.length;
            float x = g[gAt + i];
            m[at + i] = Math.fma(keepMean[c], m[at + i], addMean[c] * x);
            s[at + i] = Math.fma(keepSquare[c], s[at + i], addSquare[c] * (x * x));
        }
    }

    public static void descendByRoot(
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
            int first,
            int count) {
        for (int i = first; i < count; i++) {
            int c = i % rate.length;
            float root = (float) Math.sqrt(sScale[c] * s[sAt + i]);
            w[wAt + i] = Math.fma(-rate[c], xScale[c] * x[xAt + i] / (root + epsilon[c]), w[wAt + i]);
        }
    }
}
