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
        ScalarSlices.descend(w, wAt, rate, d, dAt, VectorSlices.descend(w, wAt, rate, d, dAt, count), count);
    }

    @Override
    public void accumulate(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        int rest = VectorSlices.accumulate(s, sAt, keep, g, gAt, add, count);
        ScalarSlices.accumulate(s, sAt, keep, g, gAt, add, rest, count);
    }

    @Override
    public void accumulateSquares(float[] s, int sAt, float[] keep, float[] g, int gAt, float[] add, int count) {
        int rest = VectorSlices.accumulateSquares(s, sAt, keep, g, gAt, add, count);
        ScalarSlices.accumulateSquares(s, sAt, keep, g, gAt, add, rest, count);
    }

    @Override
    public void scaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        int rest = VectorSlices.scaled(y, yAt, factor, x, xAt, count);
        ScalarSlices.scaled(y, yAt, factor, x, xAt, rest, count);
    }

    @Override
    public void addScaled(float[] y, int yAt, float[] factor, float[] x, int xAt, int count) {
        int rest = VectorSlices.addScaled(y, yAt, factor, x, xAt, count);
        ScalarSlices.addScaled(y, yAt, factor, x, xAt, rest, count);
    }

    @Override
    public void divideByRoot(float[] x, int xAt, float[] s, int sAt, float[] scale, float[] epsilon, int count) {
        int rest = VectorSlices.divideByRoot(x, xAt, s, sAt, scale, epsilon, count);
        ScalarSlices.divideByRoot(x, xAt, s, sAt, scale, epsilon, rest, count);
    }

    @Override
    public void clip(float[] x, int xAt, float[] bound, int count) {
        int rest = VectorSlices.clip(x, xAt, bound, count);
        ScalarSlices.clip(x, xAt, bound, rest, count);
    }
}
