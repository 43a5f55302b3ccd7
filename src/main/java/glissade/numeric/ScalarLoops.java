package glissade.numeric;

/** The reference twin's element by element loops. */
abstract class ScalarLoops implements ElementLoops {
    @Override
    public void tanh(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void relu(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    @Override
    public void sigmoid(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void tanhBackward(float[] h, float[] delta, int count) {
        ScalarSlices.tanhBackward(h, delta, 0, count);
    }

    @Override
    public void reluBackward(float[] h, float[] delta, int count) {
        ScalarSlices.reluBackward(h, delta, 0, count);
    }

    @Override
    public void sigmoidBackward(float[] h, float[] delta, int count) {
        ScalarSlices.sigmoidBackward(h, delta, 0, count);
    }

    @Override
    public void scale(float[] x, int xAt, float factor, int count) {
        ScalarSlices.scale(x, xAt, factor, 0, count);
    }

    @Override
    public void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count) {
        ScalarSlices.descend(w, wAt, rate, d, dAt, 0, count);
    }

    @Override
    public void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        ScalarSlices.accumulate(s, sAt, keep, g, gAt, add, 0, count);
    }

    @Override
    public void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        ScalarSlices.accumulateSquares(s, sAt, keep, g, gAt, add, 0, count);
    }

    @Override
    public void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        ScalarSlices.scaled(y, yAt, factor, x, xAt, 0, count);
    }

    @Override
    public void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        ScalarSlices.addScaled(y, yAt, factor, x, xAt, 0, count);
    }

    @Override
    public void clip(float[] x, int xAt, float[] bound, int count) {
        ScalarSlices.clip(x, xAt, bound, 0, count);
    }

    @Override
    public void heavyBall(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        ScalarSlices.heavyBall(w, wAt, v, vAt, g, gAt, mu, rate, 0, count);
    }

    @Override
    public void accumulateMoments(
            float[] m,
            float[] s,
            int at,
            float[] keepMean,
            float[] addMean,
            float[] keepSquare,
            float[] addSquare,
            float[] g,
            int gAt,
            int count) {
        ScalarSlices.accumulateMoments(m, s, at, keepMean, addMean, keepSquare, addSquare, g, gAt, 0, count);
    }

    @Override
    public void descendByRoot(
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
            int count) {
        ScalarSlices.descendByRoot(w, wAt, rate, x, xAt, xScale, s, sAt, sScale, epsilon, 0, count);
    }
}
