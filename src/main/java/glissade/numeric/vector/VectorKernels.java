package glissade.numeric.vector;

import static glissade.numeric.vector.VectorMath.SPECIES;

import glissade.numeric.FeatureEntries;
import glissade.numeric.Kernels;
import glissade.numeric.ScalarHeads;
import glissade.numeric.ScalarLanes;
import glissade.numeric.ScalarProducts;

/** The vector twin: whole vectors here, what is left over in the scalar loops. */
public final class VectorKernels extends VectorLoops implements Kernels {
    private static final int L = SPECIES.length();

    @Override
    public String description() {
        return "vector (" + L + " lanes)";
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
        SparseForward.columns(values, columns, starts, rows, count, parameters, weightsAt, biasesAt, stride, out);
        int rest = stride / L * L;
        if (rest < stride) {
            ScalarProducts.sparseForward(
                    values, columns, starts, rows, count, parameters, weightsAt, biasesAt, stride, out, rest);
        }
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
        int rest =
                DenseProducts.forward(values, pitch, inner, rows, count, parameters, weightsAt, biasesAt, stride, out);
        if (rest < stride) {
            ScalarProducts.denseForward(
                    values, pitch, inner, rows, 0, count, parameters, weightsAt, biasesAt, stride, out, rest);
        }
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
        boolean lifted = entries.isLifted()
                && !resume
                && LiftedGradient.columns(entries, features, from, to, stride, gradient, gradientAt, compact, factor);
        if (!lifted) {
            SparseGradient.columns(
                    entries, features, from, to, delta, stride, gradient, gradientAt, compact, resume, factor);
        }
        int rest = stride / L * L;
        if (rest < stride) {
            ScalarProducts.sparseGradient(
                    entries, features, from, to, delta, stride, gradient, gradientAt, compact, resume, factor, rest);
        }
    }

    @Override
    public boolean hasFaint(float[] x, int count) {
        return Faint.some(x, 0, count);
    }

    @Override
    public void lift(float[] delta, int count, FeatureEntries entries) {
        if (count % L == 0 && Faint.atMost(delta, count, LiftedGradient.LARGEST_DELTA)) {
            LiftedGradient.lift(delta, count, entries.lift(count));
        }
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
        SparseScatter.columns(values, columns, starts, rows, count, delta, stride, chains, chainsAt);
        int rest = stride / L * L;
        if (rest < stride) {
            ScalarProducts.sparseScatter(values, columns, starts, rows, count, delta, stride, chains, chainsAt, rest);
        }
    }

    @Override
    public void endChains(float[] chains, int chainsAt, float[] out, int outAt, float factor, int count) {
        int rest = SparseScatter.end(chains, chainsAt, out, outAt, factor, count);
        ScalarProducts.endChains(chains, chainsAt, out, outAt, factor, rest, count);
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
        int rest = DenseGradient.columns(
                values, pitch, rows, count, from, to, delta, stride, gradient, gradientAt, resume, factor);
        if (rest < stride) {
            ScalarProducts.denseGradient(
                    values,
                    pitch,
                    rows,
                    count,
                    from,
                    from,
                    to,
                    delta,
                    stride,
                    gradient,
                    gradientAt,
                    resume,
                    factor,
                    rest);
        }
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
        LaneProducts.forward(
                input, inputStride, innerUnits, count, parameters, weightsAt, biasesAt, stride, units, width, out);
        if (width % L != 0) {
            ScalarLanes.forward(
                    input,
                    inputStride,
                    innerUnits,
                    count,
                    parameters,
                    weightsAt,
                    biasesAt,
                    stride,
                    units,
                    width,
                    out,
                    width / L * L);
        }
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
        LaneProducts.backward(delta, stride, units, count, parameters, weightsAt, outUnits, outStride, width, out);
        if (width % L != 0) {
            ScalarLanes.backward(
                    delta, stride, units, count, parameters, weightsAt, outUnits, outStride, width, out, width / L * L);
        }
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
        LaneProducts.gradient(
                input, inputStride, from, to, count, delta, stride, units, width, gradient, gradientAt, resume, factor);
        if (width % L != 0) {
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
                    width / L * L);
        }
    }

    @Override
    public void biasGradient(
            float[] delta, int count, int stride, float[] gradient, int gradientAt, boolean resume, float factor) {
        int rest = VectorSlices.biasGradient(delta, count, stride, gradient, gradientAt, resume, factor);
        ScalarProducts.biasGradient(delta, count, stride, gradient, gradientAt, resume, factor, rest);
    }

    @Override
    public void softmax(
            float[] z, int stride, int units, int width, int[] labels, int count, float[] losses, float[] correct) {
        if (width == 1) {
            VectorSoftmax.solo(z, stride, units, labels, count, losses, correct);
            return;
        }
        VectorSoftmax.lanes(z, stride, units, width, labels, count, losses, correct);
        if (width % L != 0) {
            ScalarHeads.softmax(z, stride, units, width, labels, count, losses, correct, width / L * L);
        }
    }

    @Override
    public void binary(float[] z, int stride, int width, float[] targets, int count, float[] losses, float[] correct) {
        VectorHeads.binary(z, stride, width, targets, count, losses, correct);
        if (width % L != 0) {
            ScalarHeads.binary(z, stride, width, targets, count, losses, correct, width / L * L);
        }
    }

    @Override
    public void squared(float[] z, int stride, int width, float[] targets, float slope, int count, float[] losses) {
        VectorHeads.squared(z, stride, width, targets, slope, count, losses);
        if (width % L != 0) {
            ScalarHeads.squared(z, stride, width, targets, slope, count, losses, width / L * L);
        }
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
        VectorHeads.squaredClasses(z, stride, units, width, labels, slope, count, losses, correct);
        if (width % L != 0) {
            ScalarHeads.squaredClasses(z, stride, units, width, labels, slope, count, losses, correct, width / L * L);
        }
    }
}
