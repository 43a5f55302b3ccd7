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
}
