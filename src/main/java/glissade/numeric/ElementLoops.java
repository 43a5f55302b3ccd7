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

    // ---- updates, on a slice of count floats; constants repeat lane by lane from index 0

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

    /** x = x / (sqrt(scale * s) + epsilon). */
    void divideByRoot(float[] x, int xAt, float[] s, int sAt, float[] scale, float[] epsilon, int count);

    /** x = bound where x is above it, -bound where x is below that; NaN stays. */
    void clip(float[] x, int xAt, float[] bound, int count);
}
