package glissade.numeric;

/** The reference twin: plain loops, each over a range of columns or lanes so that the vector twin can use it for its tails. */
public final class ScalarKernels extends ScalarLoops implements Kernels {
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
            boolean resume,
            float factor) {
        ScalarProducts.sparseGradient(
                entries, features, from, to, delta, stride, gradient, gradientAt, compact, resume, factor, 0);
    }

    @Override
    public void sparseScatter(
            float[] values,
            int[] columns,
            int[] starts,
            int[] rows,
            int count,
            float[] delta,
            int stride,
            float[] chains,
            int chainsAt) {
        ScalarProducts.sparseScatter(values, columns, starts, rows, count, delta, stride, chains, chainsAt, 0);
    }

    @Override
    public void endChains(float[] chains, int chainsAt, float[] out, int outAt, float factor, int count) {
        ScalarProducts.endChains(chains, chainsAt, out, outAt, factor, 0, count);
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
            boolean resume,
            float factor) {
        ScalarProducts.denseGradient(
                values, pitch, rows, count, from, from, to, delta, stride, gradient, gradientAt, resume, factor, 0);
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
            boolean resume,
            float factor) {
        ScalarLanes.gradient(
                input,
                inputStride,
                from,
                to,
                count,
                delta,
                stride,
                units,
                width,
                gradient,
                gradientAt,
                resume,
                factor,
                0);
    }

    @Override
    public void biasGradient(
            float[] delta, int count, int stride, float[] gradient, int gradientAt, boolean resume, float factor) {
        ScalarProducts.biasGradient(delta, count, stride, gradient, gradientAt, resume, factor, 0);
    }

    @Override
    public void softmax(
            float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct) {
        ScalarHeads.softmax(z, stride, units, width, labels, count, losses, correct, 0);
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
