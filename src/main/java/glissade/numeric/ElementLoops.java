package glissade.numeric;

/** Loops over arrays element by element: activations, and the operations of which update rules are made. */
public interface ElementLoops {
    void tanh(float[] x, int count);

    void relu(float[] x, int count);

    void sigmoid(float[] x, int count);

    /** delta *= 1 - h^2. */
    void tanhBackward(float[] h, float[] delta, int count);

    /** delta = h > 0 ? delta : 0. */
    void reluBackward(float[] h, float[] delta, int count);

    /** delta *= h (1 - h). */
    void sigmoidBackward(float[] h, float[] delta, int count);

    // ---- updates, on a slice of count floats; constants, all as long as each other, repeat from index 0

    /** x *= factor. */
    void scale(float[] x, int xAt, float factor, int count);

    /** w = fma(-rate, d, w). */
    void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count);

    /** s = fma(keep, s, add * g). */
    void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count);

    /** s = fma(keep, s, add * (g * g)). */
    void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count);

    /** y = factor * x. */
    void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count);

    /** y = fma(factor, x, y). */
    void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count);

    /** x = bound where x is above it, -bound where x is below that; NaN stays. */
    void clip(float[] x, int xAt, float[] bound, int count);

    /** Heavy ball in one pass: w = fma(-rate, g, fma(-mu, v, w)), then v = fma(mu, v, rate * g). */
    void heavyBall(float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count);

    /** Both of Adam's averages in one pass: {@link #accumulate} of m and {@link #accumulateSquares} of s. */
    void accumulateMoments(
            float[] m,
            float[] s,
            int at,
            float[] keepMean,
            float[] addMean,
            float[] keepSquare,
            float[] addSquare,
            float[] g,
            int gAt,
            int count);

    /** w = fma(-rate, xScale * x / (sqrt(sScale * s) + epsilon), w). */
    void descendByRoot(
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
            int count);
}
