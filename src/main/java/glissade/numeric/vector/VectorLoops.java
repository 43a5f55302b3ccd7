package glissade.numeric.vector;

import glissade.numeric.ElementLoops;
import glissade.numeric.Elementary;
import glissade.numeric.ScalarSlices;

/** The vector twin's element by element loops. */
abstract class VectorLoops implements ElementLoops {
    @Override
    public void tanh(float[] x, int count) {
        for (int i = VectorSlices.tanh(x, count); i < count; i++) {
            x[i] = Elementary.tanh(x[i]);
        }
    }

    @Override
    public void relu(float[] x, int count) {
        for (int i = VectorSlices.relu(x, count); i < count; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    @Override
    public void sigmoid(float[] x, int count) {
        for (int i = VectorSlices.sigmoid(x, count); i < count; i++) {
            x[i] = Elementary.sigmoid(x[i]);
        }
    }

    @Override
    public void tanhBackward(float[] h, float[] delta, int count) {
        ScalarSlices.tanhBackward(h, delta, VectorSlices.tanhBackward(h, delta, count), count);
    }

    @Override
    public void reluBackward(float[] h, float[] delta, int count) {
        ScalarSlices.reluBackward(h, delta, VectorSlices.reluBackward(h, delta, count), count);
    }

    @Override
    public void sigmoidBackward(float[] h, float[] delta, int count) {
        ScalarSlices.sigmoidBackward(h, delta, VectorSlices.sigmoidBackward(h, delta, count), count);
    }

    @Override
    public void scale(float[] x, int xAt, float factor, int count) {
        ScalarSlices.scale(x, xAt, factor, VectorSlices.scale(x, xAt, factor, count), count);
    }

    @Override
    public void descend(float[] w, int wAt, float[] rate, float[] d, int dAt, int count) {
        VectorUpdates.descend(w, wAt, rate, d, dAt, count);
        ScalarSlices.descend(w, wAt, rate, d, dAt, VectorUpdates.whole(count), count);
    }

    @Override
    public void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        VectorUpdates.accumulate(s, sAt, keep, g, gAt, add, count);
        ScalarSlices.accumulate(s, sAt, keep, g, gAt, add, VectorUpdates.whole(count), count);
    }

    @Override
    public void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        VectorUpdates.accumulateSquares(s, sAt, keep, g, gAt, add, count);
        ScalarSlices.accumulateSquares(s, sAt, keep, g, gAt, add, VectorUpdates.whole(count), count);
    }

    @Override
    public void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        VectorUpdates.scaled(y, yAt, factor, x, xAt, count);
        ScalarSlices.scaled(y, yAt, factor, x, xAt, VectorUpdates.whole(count), count);
    }

    @Override
    public void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        VectorUpdates.addScaled(y, yAt, factor, x, xAt, count);
        ScalarSlices.addScaled(y, yAt, factor, x, xAt, VectorUpdates.whole(count), count);
    }

    @Override
    public void clip(float[] x, int xAt, float[] bound, int count) {
        VectorUpdates.clip(x, xAt, bound, count);
        ScalarSlices.clip(x, xAt, bound, VectorUpdates.whole(count), count);
    }

    @Override
    public void heavyBall(
            float[] w, int wAt, float[] v, int vAt, float[] g, int gAt, float[] mu, float[] rate, int count) {
        int rest = VectorUpdates.whole(count);
        VectorUpdates.heavyBall(w, wAt, v, vAt, g, gAt, mu, rate, count);
        ScalarSlices.heavyBall(w, wAt, v, vAt, g, gAt, mu, rate, rest, count);
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
        int rest = VectorUpdates.whole(count);
        VectorUpdates.accumulateMoments(m, s, at, keepMean, addMean, keepSquare, addSquare, g, gAt, count);
        ScalarSlices.accumulateMoments(m, s, at, keepMean, addMean, keepSquare, addSquare, g, gAt, rest, count);
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
        int rest = VectorUpdates.whole(count);
        RootDescent.descend(w, wAt, rate, x, xAt, xScale, s, sAt, sScale, epsilon, count);
        ScalarSlices.descendByRoot(w, wAt, rate, x, xAt, xScale, s, sAt, sScale, epsilon, rest, count);
    }
}
