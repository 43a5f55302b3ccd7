package glissade.numeric;

/** The reference twin: plain loops, each over a range of columns or lanes so that the vector twin can use it for its tails. */
public final class ScalarKernels implements Kernels {
    @Override
    public String description() {
        return "scalar";
    }

    @Override
    public void sparseForward(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out) {
        ScalarProducts.sparseForward(
                values, columns, starts, rows, count, parameters, weightsAt, biasesAt, stride, out, 0);
    }

    @Override
    public void denseForward(
            float[] values,
            int pitch,
            int inner,
            int[] rows,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            float[] out) {
        ScalarProducts.denseForward(
                values, pitch, inner, rows, 0, count, parameters, weightsAt, biasesAt, stride, out, 0);
    }

    @Override
    public void sparseGradient(
            FeatureEntries entries,
            int[] features,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean compact,
            boolean resume) {
        ScalarProducts.sparseGradient(
                entries, features, from, to, delta, stride, gradient, gradientAt, compact, resume, 0);
    }

    @Override
    public void denseGradient(
            float[] values,
            int pitch,
            int[] rows,
            int count,
            int from,
            int to,
            float[] delta,
            int stride,
            float[] gradient,
            int gradientAt,
            boolean resume) {
        ScalarProducts.denseGradient(
                values, pitch, rows, count, from, from, to, delta, stride, gradient, gradientAt, resume, 0);
    }

    @Override
    public void laneForward(
            float[] input,
            int inputStride,
            int innerUnits,
            int count,
            float[] parameters,
            int weightsAt,
            int biasesAt,
            int stride,
            int units,
            int width,
            float[] out) {
        ScalarLanes.forward(
                input, inputStride, innerUnits, count, parameters, weightsAt, biasesAt, stride, units, width, out, 0);
    }

    @Override
    public void laneBackward(
            float[] delta,
            int stride,
            int units,
            int count,
            float[] parameters,
            int weightsAt,
            int outUnits,
            int outStride,
            int width,
            float[] out) {
        ScalarLanes.backward(delta, stride, units, count, parameters, weightsAt, outUnits, outStride, width, out, 0);
    }

    @Override
    public void laneGradient(
            float[] input,
            int inputStride,
            int from,
            int to,
            int count,
            float[] delta,
            int stride,
            int units,
            int width,
            float[] gradient,
            int gradientAt,
            boolean resume) {
        ScalarLanes.gradient(
                input, inputStride, from, to, count, delta, stride, units, width, gradient, gradientAt, resume, 0);
    }

    @Override
    public void biasGradient(float[] delta, int count, int stride, float[] gradient, int gradientAt, boolean resume) {
        ScalarProducts.biasGradient(delta, count, stride, gradient, gradientAt, resume, 0);
    }

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
    public void softmax(
            float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct) {
        ScalarHeads.softmax(z, stride, units, width, labels, count, losses, correct, 0);
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
    public void divideByRoot(float[] x, int xAt, float[] s, int sAt, float[] scale, float[] epsilon, int count) {
        ScalarSlices.divideByRoot(x, xAt, s, sAt, scale, epsilon, 0, count);
    }

    @Override
    public void clip(float[] x, int xAt, float[] bound, int count) {
        ScalarSlices.clip(x, xAt, bound, 0, count);
    }

    @Override
    public void binary(float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct) {
        ScalarHeads.binary(z, stride, width, targets, count, losses, correct, 0);
    }

    @Override
    public void squared(float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses) {
        ScalarHeads.squared(z, stride, width, targets, slope, count, losses, 0);
    }

    @Override
    public void squaredClasses(
            float[] z,
            int stride,
            int units,
            int width,
            int[] labels,
            float slope,
            int count,
            float[] losses,
            float[] correct) {
        ScalarHeads.squaredClasses(z, stride, units, width, labels, slope, count, losses, correct, 0);
    }
}
